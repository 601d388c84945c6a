import { compareLink, FEWEST_COMPARED, MOST_COMPARED } from '@/lib/comparison/selection';
import { fewOf } from '@/lib/text/plural';
import { make } from './make';
import type { Tick } from './ticks';

interface TrayActions {
  remove: (tick: Tick) => void;
  clear: () => void;
}

/** The tray once packages are selected: how many, which, and actions for them. */
export class TrayBar {
  readonly #count = make('span', { className: 'tray-count' });
  readonly #titles = make('span', { className: 'tray-titles', ariaHidden: 'true' });
  readonly #list = make('ul');
  readonly #summary = make('summary', {}, this.#count, this.#titles);
  readonly #details = make('details', {}, this.#summary, this.#list);
  readonly #hint = make('span', { className: 'tray-hint' });
  readonly #link = make(
    'a',
    { className: 'tray-compare', ariaKeyShortcuts: 'Control+Enter' },
    'Compare',
  );
  readonly #clear = make('button', { type: 'button' }, 'Clear');
  readonly #actions: TrayActions;
  readonly element = make(
    'section',
    { ariaLabel: 'Selected packages', hidden: true },
    ...[this.#details, this.#hint, this.#link, this.#clear],
  );

  constructor(actions: TrayActions) {
    this.#actions = actions;
    this.#clear.addEventListener('click', actions.clear);
    this.#details.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#fold();
    });
  }

  show(ticks: Tick[]): void {
    const isEnough = ticks.length >= FEWEST_COMPARED;
    this.#count.textContent = fewOf(ticks.length, 'package');
    this.#titles.textContent = ticks.map(({ title }) => title).join(', ');
    this.#list.replaceChildren(...ticks.map((tick) => this.#row(tick)));
    this.#hint.textContent = hintFor(ticks.length);
    this.#link.hidden = !isEnough;
    this.#link.href = compareLink(ticks.map(({ slug }) => slug));
    this.#details.open &&= ticks.length > 0;
    this.element.hidden = ticks.length === 0;
  }

  /** Follows the link to the comparison; returns whether there is one. */
  compare(): boolean {
    if (!this.#link.hidden) this.#link.click();
    return !this.#link.hidden;
  }

  #row(tick: Tick): HTMLLIElement {
    const ariaLabel = `Remove ${tick.title}`;
    const button = make('button', { type: 'button', ariaLabel }, 'Remove');
    button.addEventListener('click', () => {
      const index = [...this.#list.querySelectorAll('button')].indexOf(button);
      this.#actions.remove(tick);
      this.#focusRow(index);
    });
    return make('li', {}, make('span', { dir: 'auto' }, tick.title), button);
  }

  /** Moves the focus from a removed row to the one that takes its place. */
  #focusRow(index: number): void {
    const buttons = this.#list.querySelectorAll('button');
    (buttons[index] ?? buttons[index - 1])?.focus();
  }

  #fold(): void {
    this.#details.open = false;
    this.#summary.focus();
  }
}

function hintFor(count: number): string {
  if (count < FEWEST_COMPARED) return 'Select one more to compare';
  return count < MOST_COMPARED ? '' : `At most ${MOST_COMPARED}`;
}
