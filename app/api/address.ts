import type { Setting } from '@/lib/api/documents';
import { linksFrom } from '@/lib/api/links';
import type { Address } from '@/lib/api/pagination';
import { splitSuffix } from '@/lib/api/suffix';
import { settings } from '@/lib/settings';
import { baseOf } from '../address';

/** The URL of a request, with what its response needs to know about it. */
export interface ReadAddress extends Address, Setting {
  /** Path and query as requested. */
  target: string;
  /** Path without the format suffix. */
  stem: string;
  /** `format` in the query; undefined if absent. */
  format: string | undefined;
  /** Format suffix of the path. */
  suffix: string | undefined;
}

export function readAddress(request: Request): ReadAddress {
  const { pathname, search, searchParams } = new URL(request.url);
  const format = searchParams.getAll('format').at(-1);
  const { path: stem, suffix } = splitSuffix(pathname);
  const base = baseOf(request);
  return {
    path: base + pathname,
    params: searchParams,
    target: pathname + search,
    stem,
    format,
    suffix,
    links: linksFrom(base, { format, suffix }),
    zone: settings().SITE_TIME_ZONE,
  };
}
