import { make } from './make';
import type { Suggestion } from './suggestions';

/** The options below a search field, of which one may be active. The focus stays in the field. */
export class SuggestionList {
  readonly element = make('div', { role: 'listbox', ariaLabel: 'Suggestions', hidden: true });

  constructor(id: string) {
    this.element.id = id;
    this.element.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get active(): HTMLAnchorElement | null {
    return this.element.querySelector('a[aria-selected]');
  }

  show(suggestions: Suggestion[]): void {
    this.element.replaceChildren(...suggestions.map((it, index) => this.#option(it, index)));
    this.element.hidden = suggestions.length === 0;
  }

  hide(): void {
    this.activate();
    this.element.hidden = true;
  }

  /** The option after the active one, or with -1 the one before it; they go round. */
  next(step: 1 | -1): HTMLAnchorElement | undefined {
    const options = [...this.element.querySelectorAll('a')];
    const from = options.findIndex((it) => it === this.active);
    return options.at(Math.max(from + step, -1) % options.length);
  }

  /** Makes one option active, or none. */
  activate(option?: HTMLAnchorElement): void {
    this.active?.removeAttribute('aria-selected');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** A link, so that it opens in a new tab as any other. */
  #option({ kind, title, description, href }: Suggestion, index: number): HTMLAnchorElement {
    const id = `${this.element.id}-${index}`;
    const mark = kind === 'grid' ? [' ', make('span', {}, 'Grid')] : [];
    const line = description === '' ? [] : [' ', make('small', {}, description)];
    return make('a', { id, href, role: 'option', tabIndex: -1 }, title, ...mark, ...line);
  }
}
