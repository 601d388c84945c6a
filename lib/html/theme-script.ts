/**
 * Applies the theme chosen in this browser before anything is painted. Inline, because a file would delay every page by a request; pages
 * allow it by its hash. components/enhance/theme-switch.ts stores the choice.
 */
export const THEME_SCRIPT =
  'try{document.documentElement.dataset.theme=localStorage.getItem("theme")||"system"}catch{}';

/** The source expression of the script in a Content-Security-Policy. */
export const THEME_SCRIPT_HASH = "'sha256-P9uMCRuS2fKhXluqH+mh5/ZZZL/V+cDjM2rCe2SqhRQ='";
