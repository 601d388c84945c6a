import { make } from './make';
import type { Suggestion } from './suggestions';

/** The options below a search field, at most one of them active. Focus stays in the field. */
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

  /** Returns the option after the active one, or before it for -1; wraps around. */
  next(step: 1 | -1): HTMLAnchorElement | undefined {
    const options = [...this.element.querySelectorAll('a')];
    const from = options.findIndex((it) => it === this.active);
    return options.at(Math.max(from + step, -1) % options.length);
  }

  /** Activates an option, or none. */
  activate(option?: HTMLAnchorElement): void {
    this.active?.removeAttribute('aria-selected');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** A link, so that it can be opened in a new tab. */
  #option({ kind, title, description, href }: Suggestion, index: number): HTMLAnchorElement {
    const id = `${this.element.id}-${index}`;
    const mark = kind === 'grid' ? [' ', make('span', {}, 'Grid')] : [];
    const line = description === '' ? [] : [' ', make('small', {}, description)];
    return make(
      'a',
      { id, href, role: 'option', tabIndex: -1 },
      make('bdi', {}, title),
      ...mark,
      ...line,
    );
  }
}
