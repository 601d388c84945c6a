import { sql } from 'drizzle-orm';
import { isNameOf, normalName } from '@/lib/package/slugs';
import type { Kind } from '@/lib/search/document-number';
import { wordsOf } from '@/lib/search/tokens';
import { preparedFor } from '../client';
import { listCandidates } from './search-candidates';
import { listExactlyNamed } from './search-hits';

// Raw SQL, because Drizzle omits the table name from columns in single-table queries.
const presentSlugs = {
  package: sql<string | null>`coalesce(
    (select packages.slug from packages where packages.slug = requested.value),
    (select packages.slug from slug_redirects
      join packages on packages.id = slug_redirects.package_id
      where slug_redirects.kind = 'package' and slug_redirects.old_slug = requested.value)
  )`,
  grid: sql<string | null>`coalesce(
    (select grids.slug from grids where grids.slug = requested.value),
    (select grids.slug from slug_redirects
      join grids on grids.id = slug_redirects.grid_id
      where slug_redirects.kind = 'grid' and slug_redirects.old_slug = requested.value)
  )`,
};

const present = preparedFor((db, kind: Kind) =>
  db
    .select({ requested: sql<string>`requested.value`, slug: presentSlugs[kind] })
    .from(sql`json_each(${sql.placeholder('list')}) as requested`)
    .prepare(),
);

/** Maximum number of documents compared per tier whose name, as one word, equals or ends with the text. */
const MOST_COMPARED = 200;

/** Maximum length of a name, in characters. */
const LONGEST = 200;

/** The slug of the only record with this name in another spelling; undefined if there is none or more than one. */
function findRespelled(kind: Kind, text: string): string | undefined {
  const key = wordsOf(text).join('');
  if (key === '' || text.length > LONGEST) return undefined;
  const records = listCandidates(listExactlyNamed(key, MOST_COMPARED)).filter(
    (it) => it.kind === kind,
  );
  const named = records.filter((it) => isNameOf(text, [it.slug, it.pypiName]));
  if (named.length > 0) return onlySlugOf(named);
  const former = findPresent(kind, normalName(text));
  return former ?? onlySlugOf(records.filter((it) => isNameOf(text, [it.title])));
}

const onlySlugOf = ([only, ...others]: { slug: string }[]) =>
  others.length === 0 ? only?.slug : undefined;

const findPresent = (kind: Kind, slug: string) =>
  present(kind).get({ list: JSON.stringify([slug]) })?.slug;

/**
 * For each text, in the given order, the slug of the record that it names: the one with this slug, one that once had it, or the only one
 * whose slug, PyPI name or title matches after PEP 503 normalization. Null if there is none.
 */
function listResolved(kind: Kind, texts: string[]) {
  return present(kind)
    .all({ list: JSON.stringify(texts) })
    .map(({ requested, slug }) => ({
      requested,
      slug: slug ?? findRespelled(kind, requested) ?? null,
    }));
}

/** Resolves texts to package slugs. */
export const listPresentSlugs = (texts: string[]) => listResolved('package', texts);

/** Resolves a text to a package slug. */
export const findPackageSlug = (text: string) => resolve('package', text);

/** Resolves a text to a grid slug. */
export const findGridSlug = (text: string) => resolve('grid', text);

const holders = {
  package: sql<number | null>`coalesce(
    (select id from packages where slug = requested.value),
    (select package_id from slug_redirects where kind = 'package' and old_slug = requested.value)
  )`,
  grid: sql<number | null>`coalesce(
    (select id from grids where slug = requested.value),
    (select grid_id from slug_redirects where kind = 'grid' and old_slug = requested.value)
  )`,
};

const holder = preparedFor((db, kind: Kind) =>
  db
    .select({ id: holders[kind] })
    .from(sql`json_each(${sql.placeholder('list')}) as requested`)
    .prepare(),
);

/** The id of the record that has exactly this slug or, if there is none, once had it. */
export const findSlugHolder = (kind: Kind, slug: string): number | undefined =>
  holder(kind).get({ list: JSON.stringify([slug]) })?.id ?? undefined;

function resolve(kind: Kind, text: string): string | undefined {
  return listResolved(kind, [text])[0]?.slug ?? undefined;
}
