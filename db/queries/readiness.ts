import { and, asc, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Product } from '@/lib/cycles';
import type { Answer } from '@/lib/readiness';
import {
  fieldOf,
  readinessSortFields,
  type ReadinessSort,
  type ReadinessSortField,
} from '@/lib/sort-orders';
import type { Micros } from '@/lib/time';
import { prepared, preparedFor } from '../client';
import { categories, packages } from '../schema';
import { holdsWords, searchPatterns } from './conditions';
import { supportOf } from './support';

const product = sql.placeholder('product');
const category = sql.placeholder('category');
const says = sql.placeholder('says');

const named = sql`select 1 from package_support
  where package_id = ${packages.id} and product = ${product}`;

/**
 * As djangopackages.org has it: yes where the classifiers name the release, no where they name others alone, else unknown.
 * Classifiers that were read before the release came out could not name it, so they don't say no.
 */
const answer = sql<Answer>`case
  when exists (${named} and cycle = ${sql.placeholder('cycle')}) then 'yes'
  when ${packages.snapshotAt} >= ${sql.placeholder('releasedAt')} and exists (${named}) then 'no'
  else 'unknown' end`;

const isAsked = and(
  eq(packages.isActive, true),
  holdsWords(packages.title, packages.slug, packages.repoDescription, packages.pypiName),
  sql`(${category} = '' or ${categories.slug} = ${category})`,
);

const columns: Record<ReadinessSortField, SQL> = {
  title: sql`${packages.title}`,
  repo_watchers: sql`${packages.repoWatchers}`,
  last_released: sql`${packages.lastReleaseAt}`,
  health: sql`${packages.health}`,
};

/** Unknown values come last either way; ties go by title and then by id, so that pages never overlap. */
function orderOf(sort: ReadinessSort): SQL[] {
  const column = columns[fieldOf(readinessSortFields, sort) ?? 'title'];
  const order = sort.startsWith('-') ? desc(column) : sql`${column} asc nulls last`;
  return [order, asc(packages.title), asc(packages.id)];
}

const page = preparedFor((db, sort: ReadinessSort) =>
  db
    .select({
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      answer,
      cycles: supportOf(product),
      readAt: packages.snapshotAt,
      isDeprecated: packages.isDeprecated,
      isArchived: packages.isArchived,
      lastCommitAt: packages.lastCommitAt,
      commitsAsOf: packages.commitsAsOf,
      stars: packages.repoWatchers,
      starsAt: packages.repoFiguresAt,
      lastReleaseAt: packages.lastReleaseAt,
      lastReleasePrecision: packages.lastReleasePrecision,
      health: packages.health,
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(and(isAsked, sql`(${says} = '' or ${answer} = ${says})`))
    .orderBy(...orderOf(sort))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const counts = prepared((db) =>
  db
    .select({ answer, count: count() })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(isAsked)
    .groupBy(sql`1`)
    .prepare(),
);

/** Which release is asked about, and of which packages. */
export interface ReadinessFilter {
  product: Product;
  cycle: string;
  releasedAt: Micros;
  /** Words that all stand in the names or the description; empty for all. */
  q: string;
  /** Slug of a category; empty for all. */
  category: string;
}

export type ReadyPackage = ReturnType<typeof listReadiness>[number];

/** A page of the active packages with what each says about a release; of one answer, or of all. */
export function listReadiness(
  { q, ...filter }: ReadinessFilter & { says: Answer | '' },
  sort: ReadinessSort,
  slice: { limit: number; offset: number },
) {
  return page(sort).all({ ...filter, patterns: searchPatterns(q), ...slice });
}

/** How many active packages give each answer about a release. */
export function countReadiness({ q, ...filter }: ReadinessFilter): Record<Answer, number> {
  const rows = counts().all({ ...filter, patterns: searchPatterns(q) });
  const of = (key: Answer) => rows.find((row) => row.answer === key)?.count ?? 0;
  return { yes: of('yes'), no: of('no'), unknown: of('unknown') };
}
