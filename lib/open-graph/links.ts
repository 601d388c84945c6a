/** Paths of Open Graph images. */
export const sitePicture = '/opengraph.png';
export const packagePicture = (slug: string) => `/packages/p/${slug}/opengraph.png`;
export const gridPicture = (slug: string) => `/grids/g/${slug}/opengraph.png`;
