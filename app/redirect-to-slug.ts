import { permanentRedirect } from 'next/navigation';
import { findGridSlug, findPackageSlug } from '@/db/queries/resolve-slug';
import { decodeSegment } from '@/lib/package/slugs';
import { withQuery, type PageQuery } from '@/lib/text/links';

const resolvers = { package: findPackageSlug, grid: findGridSlug };

interface SlugRedirect {
  kind: keyof typeof resolvers;
  /** As in the path. */
  name: string;
  /** Returns the path of the page for a slug. */
  pathOf: (slug: string) => string;
  query?: PageQuery;
}

/** Redirects a former slug or another spelling to the record's current slug, and keeps the query. Returns if the name matches no record. */
export function redirectToSlug({ kind, name, pathOf, query = {} }: SlugRedirect): void {
  const slug = resolvers[kind](decodeSegment(name));
  if (slug !== undefined && slug !== name) permanentRedirect(withQuery(pathOf(slug), query));
}
