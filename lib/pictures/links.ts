/** Where the picture of a page is. */
export const sitePicture = '/opengraph.png';
export const packagePicture = (slug: string) => `/packages/p/${slug}/opengraph.png`;
export const gridPicture = (slug: string) => `/grids/g/${slug}/opengraph.png`;
