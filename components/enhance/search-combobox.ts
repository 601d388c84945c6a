import { fewOf } from '@/lib/text/plural';
import { make } from './make';
import { SuggestionList } from './suggestion-list';
import { suggestionsFor } from './suggestions';

/** Debounce before requesting suggestions, in milliseconds. */
const PAUSE = 120;

/** Keys that move the caret, and so leave the list for the text. */
const CARET_KEYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** A search field with suggestions: the editable combobox of the ARIA Authoring Practices. */
export class SearchCombobox {
  readonly #field: HTMLInputElement;
  readonly #place: HTMLElement;
  readonly #list: SuggestionList;
  readonly #status = make('p', { role: 'status', className: 'sr-only' });
  #pause = 0;
  #question = new AbortController();

  /** The list is added to `place` when first needed. */
  constructor(field: HTMLInputElement, place: HTMLElement) {
    this.#field = field;
    this.#place = place;
    this.#list = new SuggestionList(`${field.id}-suggestions`);
    Object.assign(field, { role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });

    const close = () => {
      this.#close();
    };
    field.addEventListener('blur', close);
    field.form?.addEventListener('submit', close);
    this.#list.element.addEventListener('click', close);
    field.addEventListener('input', () => {
      this.#typed();
    });
    field.addEventListener('keydown', (event) => {
      const { altKey, ctrlKey, metaKey, shiftKey, isComposing, key } = event;
      const isPlain = !(altKey || ctrlKey || metaKey || shiftKey || isComposing);
      if (isPlain && this.#press(key)) event.preventDefault();
    });
  }

  /** Returns true if the key was handled. */
  #press(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      void this.#walk(key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (key === 'Escape') return this.#close();
    if (key === 'Enter') return this.#follow();
    if (CARET_KEYS.includes(key)) this.#activate();
    return false;
  }

  #typed(): void {
    this.#prepare();
    this.#drop();
    this.#activate();
    if (this.#text === '') this.#close();
    else this.#pause = window.setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    this.#drop();
    if (this.#text === '') return;
    const { signal } = this.#question;
    const found = await suggestionsFor(this.#text, signal).catch(() => []);
    // The user has typed more, or left the field.
    if (signal.aborted) return;
    this.#list.show(found);
    this.#activate();
    this.#field.ariaExpanded = String(this.#list.isOpen);
    this.#status.textContent = fewOf(found.length, 'suggestion');
  }

  async #walk(step: 1 | -1): Promise<void> {
    this.#prepare();
    // Drop pending requests: a late response must not change the list while the user moves through it.
    if (this.#list.isOpen) this.#drop();
    else await this.#ask();
    if (this.#list.isOpen) this.#activate(this.#list.next(step));
  }

  #follow(): boolean {
    const { active } = this.#list;
    active?.click();
    return active !== null;
  }

  #activate(option?: HTMLAnchorElement): void {
    this.#list.activate(option);
    if (option) this.#field.setAttribute('aria-activedescendant', option.id);
    else this.#field.removeAttribute('aria-activedescendant');
  }

  /** Returns true if the list was open. */
  #close(): boolean {
    const { isOpen } = this.#list;
    this.#drop();
    this.#activate();
    this.#list.hide();
    this.#field.ariaExpanded = 'false';
    this.#status.textContent = '';
    return isOpen;
  }

  /** Cancels pending requests. */
  #drop(): void {
    clearTimeout(this.#pause);
    this.#question.abort();
    this.#question = new AbortController();
  }

  /** Screen readers only announce a status element that already existed before its text changes. */
  #prepare(): void {
    if (this.#place.hasChildNodes()) return;
    this.#place.append(this.#status, this.#list.element);
    this.#field.setAttribute('aria-controls', this.#list.element.id);
  }

  get #text(): string {
    return this.#field.value.trim();
  }
}
