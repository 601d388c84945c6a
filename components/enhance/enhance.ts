import { CompareTray } from './compare-tray';
import { CopyText } from './copy-text';
import { tintColumns } from './column-tint';
import { walkComparisons } from './comparison-keys';
import { focusSearchOnSlash } from './search-key';
import { SearchSuggestions } from './search-suggestions';

// The one script of the read half: every page is whole without it.
walkComparisons();
tintColumns();
focusSearchOnSlash();
// Elements make parts of the page: each in a task of its own, so that what somebody does on a slow phone waits for none of them.
const elements = {
  'compare-tray': CompareTray,
  'copy-text': CopyText,
  'search-suggestions': SearchSuggestions,
};
for (const [name, element] of Object.entries(elements)) {
  setTimeout(() => {
    customElements.define(name, element);
  });
}
