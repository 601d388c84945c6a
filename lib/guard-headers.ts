/** What every answer of the site tells a browser, whether Next gives it or the front by itself. */
export const guardHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** What is meant for no frame tells so besides. */
export const frameHeaders = { 'X-Frame-Options': 'DENY' };
