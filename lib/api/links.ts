import { encodeQuery } from './query';

export type Links = ReturnType<typeof linksFrom>;

/** Links to the API's own resources. They carry the format that the request asked for, an empty one included. */
export function linksFrom(base: string, format: string | undefined) {
  const query = format === undefined ? '' : `?${encodeQuery(new URLSearchParams({ format }))}`;
  const to = (path: string) => `${base}/api/v4/${path}${query}`;
  return {
    packages: () => to('packages/'),
    search: () => to('search/'),
    grids: () => to('grids/'),
    categories: () => to('categories/'),
    package: (id: number) => to(`packages/${id}/`),
    grid: (id: number) => to(`grids/${id}/`),
    category: (id: number) => to(`categories/${id}/`),
  };
}
