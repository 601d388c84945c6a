/** Seconds that a shared cache may serve a response without revalidating it. */
const SHARED_SECONDS = 10;

/** Further seconds that it may serve the stale response while revalidating. An edit is visible to everyone after the sum of both. */
const STALE_SECONDS = 20;

/** Cache-Control of responses that change only with the catalogue; browsers always revalidate. */
export const CACHE_CONTROL = `public, max-age=0, s-maxage=${SHARED_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`;
