import { findGridSlug, findPackageSlug } from '@/db/queries/resolve-slug';

const resolvers = { Package: findPackageSlug, Grid: findGridSlug };

export type Noun = keyof typeof resolvers;

/**
 * Returns the request's URL under the current slug of a record that was requested by a former slug or another spelling; keeps format,
 * query and the rest of the path. Undefined if the name matches no record.
 */
export function findMoved(noun: Noun, name: string, address: string): string | undefined {
  const slug = resolvers[noun](name);
  if (slug === undefined) return undefined;
  const moved = address.replace(
    /^(\/api\/v\d\/\w+\/)[^/.?]+/,
    (_, before: string) => before + encodeURIComponent(slug),
  );
  // Slugs with a dot have no URL here.
  return moved === address || slug.includes('.') ? undefined : moved;
}
