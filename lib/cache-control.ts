/** For so many seconds a cache between may answer by itself … */
const SHARED_SECONDS = 10;

/** … and for so many more while it asks anew: after the sum of both everybody sees an edit. */
const STALE_SECONDS = 20;

/** What caches between may do with what changes only with the catalogue; a browser asks each time. */
export const CACHE_CONTROL = `public, max-age=0, s-maxage=${SHARED_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`;
