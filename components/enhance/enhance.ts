import { CompareTray } from './compare-tray';
import { CopyText } from './copy-text';
import { tintColumns } from './column-tint';
import { walkComparisons } from './comparison-keys';
import { focusSearchOnSlash } from './search-key';
import { SearchSuggestions } from './search-suggestions';

// The one script of the read half: every page is whole without it.
customElements.define('compare-tray', CompareTray);
customElements.define('copy-text', CopyText);
customElements.define('search-suggestions', SearchSuggestions);
walkComparisons();
tintColumns();
focusSearchOnSlash();
