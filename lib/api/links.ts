import { encodeQuery } from './query';

export type Links = ReturnType<typeof linksFrom>;

interface Form {
  /** As in `?format=json`; an empty one is carried on too. */
  format?: string | undefined;
  /** As in `/packages.json`. */
  suffix?: string | undefined;
}

/** Links to the API's own resources. They carry the format that the request asked for, in the way in which it asked. */
export function linksFrom(base: string, { format, suffix }: Form = {}) {
  const query = format === undefined ? '' : `?${encodeQuery(new URLSearchParams({ format }))}`;
  const end = suffix === undefined ? '/' : `.${suffix}`;
  const to = (path: string) => `${base}/api/v4/${path}${end}${query}`;
  return {
    packages: () => to('packages'),
    search: () => to('search'),
    grids: () => to('grids'),
    categories: () => to('categories'),
    package: (id: number) => to(`packages/${id}`),
    grid: (id: number) => to(`grids/${id}`),
    category: (id: number) => to(`categories/${id}`),
    /** A page of the site, whatever the format. */
    page: (path: string) => `${base}${path}`,
  };
}
