import { applyAtOnce } from './apply-at-once';
import { CompareTray } from './compare-tray';
import { CopyText } from './copy-text';
import { tintColumns } from './column-tint';
import { walkComparisons } from './comparison-keys';
import { countHiddenColumns } from './hidden-columns';
import { closeMenus } from './menus';
import { focusSearchOnSlash } from './search-key';
import { SearchShortcut } from './search-shortcut';
import { SearchSuggestions } from './search-suggestions';
import { ThemeSwitch } from './theme-switch';

// The only script of the read section; every page works without it.
walkComparisons();
tintColumns();
countHiddenColumns();
applyAtOnce();
closeMenus();
focusSearchOnSlash();
// Custom elements are defined one per task, so that user input on a slow phone never waits for all of them.
const elements = {
  'compare-tray': CompareTray,
  'copy-text': CopyText,
  'search-shortcut': SearchShortcut,
  'search-suggestions': SearchSuggestions,
  'theme-switch': ThemeSwitch,
};
for (const [name, element] of Object.entries(elements)) {
  setTimeout(() => {
    customElements.define(name, element);
  });
}
