import { SearchCombobox } from './search-combobox';

/** The place of the suggestions for the search field that stands before it. */
export class SearchSuggestions extends HTMLElement {
  connectedCallback(): void {
    const field = this.previousElementSibling;
    if (field instanceof HTMLInputElement && field.role !== 'combobox')
      new SearchCombobox(field, this);
  }
}
