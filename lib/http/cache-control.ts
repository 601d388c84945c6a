/** Seconds that a shared cache may serve a response without revalidating it. */
const SHARED_SECONDS = 10;

/** Further seconds that it may serve the stale response while revalidating. An edit is visible to everyone after the sum of both. */
const STALE_SECONDS = 20;

/** Maximum age of a response in the site's own caches, in milliseconds: texts such as "3 days ago" change with time alone. */
export const LONGEST_AGE = 10 * 60_000;

/** Cache-Control of responses that change only with the catalogue; browsers always revalidate. */
export const CACHE_CONTROL = `public, max-age=0, s-maxage=${SHARED_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`;
