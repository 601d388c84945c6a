import { encodeQuery } from './query';

export type Links = ReturnType<typeof linksFrom>;

interface Form {
  /** As in `?format=json`; kept in links even if empty. */
  format?: string | undefined;
  /** As in `/packages.json`. */
  suffix?: string | undefined;
}

/** Links to API resources. They keep the requested format, as a query parameter or a suffix like the request's. */
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
    /** A page of the site; ignores the format. */
    page: (path: string) => `${base}${path}`,
  };
}
