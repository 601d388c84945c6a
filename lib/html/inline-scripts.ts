/**
 * Applies the theme chosen in this browser before anything is painted. Inline, because a file would delay every page by a request.
 * components/enhance/theme-switch.ts stores the choice.
 */
export const THEME_SCRIPT =
  'try{document.documentElement.dataset.theme=localStorage.getItem("theme")||"system"}catch{}';

/** Files and machine-readable resources. */
const notPages = ['/*.*', '/api/v*', '/feeds/*/*', '/search/suggestions/*', '/search/opensearch/*'];

/**
 * What browsers may prefetch when a user is about to follow a link: pages, which are served from memory, but not the variants of a table.
 */
const rules = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: notPages } },
          { not: { selector_matches: '[rel~=nofollow], [download]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
};

export const SPECULATION_RULES = JSON.stringify(rules);

/**
 * The hashes of the only inline scripts of pages, for their Content-Security-Policy. If one is wrong,
 * tests/server/http/guard-headers.test.ts prints the right one. Chrome ignores 'inline-speculation-rules' next to a hash.
 */
export const INLINE_SCRIPT_HASHES = [
  "'sha256-P9uMCRuS2fKhXluqH+mh5/ZZZL/V+cDjM2rCe2SqhRQ='",
  "'sha256-WLxRP83Ml+gxh1YiH54lqeD8rkAmEerR+macN6M25kA='",
];
