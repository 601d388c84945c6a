import { FEWEST_COMPARED, MOST_COMPARED } from '@/lib/comparison/selection';
import { fewOf } from '@/lib/text/plural';
import { make } from './make';
import { keepRoom } from './tray-room';
import { TrayBar } from './tray-bar';
import { firstTicks, isFresh, isTickBox, markBoxes, tickOf } from './tick-boxes';
import { loadTicks, saveTicks } from './tick-store';
import { addTick, removeTick, type Tick } from './ticks';

/** The packages selected on the pages of this tab, at the bottom of the window. */
export class CompareTray extends HTMLElement {
  readonly #status = make('p', { role: 'status', className: 'sr-only' });
  readonly #bar = new TrayBar({
    remove: (tick) => {
      this.#remove(tick);
    },
    clear: () => {
      this.#keep([], 'Selection cleared.');
      this.#leave();
    },
  });
  #ticks: Tick[] = [];

  connectedCallback(): void {
    if (this.hasChildNodes()) return;
    this.append(this.#status, this.#bar.element);
    this.hidden = false;
    keepRoom(this.#bar.element);

    this.#ticks = firstTicks().reduce(addTick, loadTicks() ?? []);
    saveTicks(this.#ticks);
    this.#show();
    document.addEventListener('change', ({ target }) => {
      if (isTickBox(target)) this.#tick(target);
    });
    document.addEventListener('keydown', (event) => {
      if (!isCompareKey(event) || !this.#bar.compare()) return;
      event.preventDefault();
    });
    // Going back may restore this page from the bfcache, or have the browser restore its checkboxes.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (!persisted && isFresh()) return;
      this.#ticks = loadTicks() ?? this.#ticks;
      this.#show();
    });
  }

  #tick(box: HTMLInputElement): void {
    const tick = tickOf(box);
    if (!box.checked) {
      this.#remove(tick);
      return;
    }
    const ticks = addTick(this.#ticks, tick);
    const isFull = ticks.length === this.#ticks.length;
    this.#keep(
      ticks,
      isFull ? `At most ${MOST_COMPARED} can be compared.` : `${tick.title} selected.`,
    );
  }

  #remove({ slug, title }: Tick): void {
    this.#keep(removeTick(this.#ticks, slug), `${title} removed.`);
    if (this.#ticks.length === 0) this.#leave();
  }

  #keep(ticks: Tick[], news: string): void {
    this.#ticks = ticks;
    saveTicks(ticks);
    this.#show();
    const count = ticks.length > 0 ? ` ${fewOf(ticks.length, 'package')} to compare.` : '';
    const key = ticks.length >= FEWEST_COMPARED ? ' Press Control and Enter to compare.' : '';
    this.#status.textContent = news + count + key;
  }

  #show(): void {
    this.#bar.show(this.#ticks);
    markBoxes(this.#ticks);
  }

  /** Moves the focus to the main content if hiding the bar would lose it. */
  #leave(): void {
    const isLost =
      document.activeElement === document.body || this.contains(document.activeElement);
    if (isLost) document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }
}

/** Whether keys are those for comparing: Control and Enter on a tick box or a cell. On a link, they open a new tab. */
function isCompareKey({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  return (
    key === 'Enter' &&
    (ctrlKey || metaKey) &&
    target instanceof Element &&
    (isTickBox(target) || target.matches('.comparison, .comparison td, .comparison th'))
  );
}
