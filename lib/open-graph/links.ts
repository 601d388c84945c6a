/** Paths of Open Graph images. */
export const siteImage = '/opengraph.png';
export const packageImage = (slug: string) => `/packages/p/${slug}/opengraph.png`;
export const gridImage = (slug: string) => `/grids/g/${slug}/opengraph.png`;
