import { and, eq } from 'drizzle-orm';
import { database } from '../../client';
import { slugRedirects } from '../../schema';
import type { ImportContext } from './context';
import { claimIds } from './identity';

interface FormerSlug {
  id?: number;
  oldSlug: string;
  createdAt: number;
}

interface Incoming {
  id: number;
  columns: { slug: string; modifiedAt: number };
  whole?: { formerSlugs: FormerSlug[] } | undefined;
}

interface Local {
  slug: string;
  formerSlugs: { oldSlug: string }[];
}

/** Adds a record's former slugs: those of the source and, if it is renamed, its slug here until now. None is ever removed. */
export function mergeFormerSlugs(
  kind: 'package' | 'grid',
  { id, columns, whole }: Incoming,
  local: Local | undefined,
  { report }: ImportContext,
) {
  const given = whole?.formerSlugs ?? [];
  const isRenamed = local !== undefined && local.slug !== columns.slug;
  const own = { oldSlug: local?.slug ?? '', createdAt: columns.modifiedAt };
  const wanted: FormerSlug[] =
    isRenamed && !given.some(({ oldSlug }) => oldSlug === own.oldSlug) ? [...given, own] : given;
  const known = new Set(local?.formerSlugs.map(({ oldSlug }) => oldSlug));
  const added = wanted.filter(({ oldSlug }) => {
    if (known.has(oldSlug)) return false;
    const other = findHolder(kind, oldSlug);
    if (other === undefined) return true;
    const at = `${kind} ${id} "${columns.slug}"`;
    report({
      at,
      why: `its former slug "${oldSlug}" redirects to another record here`,
      isSkipped: false,
    });
    return false;
  });
  if (added.length === 0) return [];
  const target = kind === 'package' ? { packageId: id } : { gridId: id };
  const write = () => {
    const ids = claimIds(slugRedirects, added);
    const rows = added.map((it, index) => ({ ...it, id: ids[index], kind, ...target }));
    database().insert(slugRedirects).values(rows).onConflictDoNothing().run();
  };
  return [{ detail: `former_slugs: ${added.length} added`, write }];
}

function findHolder(kind: 'package' | 'grid', oldSlug: string) {
  return database()
    .select({ id: slugRedirects.id })
    .from(slugRedirects)
    .where(and(eq(slugRedirects.kind, kind), eq(slugRedirects.oldSlug, oldSlug)))
    .get();
}
