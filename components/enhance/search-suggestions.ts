import { SearchCombobox } from './search-combobox';

/** Container for the suggestions of the search field before it. */
export class SearchSuggestions extends HTMLElement {
  connectedCallback(): void {
    const field = this.previousElementSibling;
    if (field instanceof HTMLInputElement && field.role !== 'combobox')
      new SearchCombobox(field, this);
  }
}
