/** What every answer of the site tells a browser, whether Next gives it or the front by itself. */
export const guardHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** What is meant for no frame tells so besides. */
export const frameHeaders = { 'X-Frame-Options': 'DENY' };

/** Next writes its page data as inline scripts; our own pages have none. */
export const scriptsOfNext = "script-src 'self' 'unsafe-inline'";

/** Where the front has taken those out. */
export const scriptsOfSite = "script-src 'self' 'inline-speculation-rules'";
