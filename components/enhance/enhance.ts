import { focusSearchOnSlash } from './search-key';

// The one script of the read half: every page is whole without it.
focusSearchOnSlash();
