import { findCategory, listCategories } from '@/db/queries/categories';
import { findAndCount, findHits, listPackageNumbers } from '@/db/queries/find';
import type { RecordFilter } from '@/db/queries/record-lists';
import { badParameter, type Answer } from '@/lib/api/answers';
import { documentOfNumber } from '@/lib/search/document-number';
import { readQuery } from '@/lib/search/query';
import { now, type Micros } from '@/lib/time';

interface ListQuery {
  q: string;
  modified_since?: Micros | undefined;
}

interface PackageListQuery extends ListQuery {
  category?: string | undefined;
  active?: boolean | undefined;
}

/** More packages than any catalogue has: a program wants all that match. */
const MOST_FOUND = 1_000_000;

function listFoundPackageIds(q: string): number[] {
  const narrowing = { choice: {}, isActiveOnly: false, now: now(), most: MOST_FOUND };
  const found = findAndCount(readQuery(q), narrowing);
  return listPackageNumbers(found).map((number) => documentOfNumber(number).id);
}

/** Which packages a query of their list is for. */
export function packageFilter(query: PackageListQuery): RecordFilter {
  return {
    ids: query.q === '' ? undefined : listFoundPackageIds(query.q),
    since: query.modified_since,
    categoryId: query.category === undefined ? undefined : findCategory(query.category)?.id,
    isActive: query.active,
  };
}

/** Which grids a query of their list is for. */
export function gridFilter({ q, modified_since: since }: ListQuery): RecordFilter {
  if (q === '') return { since };
  const { hits } = findHits(readQuery(q));
  return { ids: hits.filter(({ kind }) => kind === 'grid').map(({ id }) => id), since };
}

/** A query may name any category, and only the database knows which there are. */
export function refuseCategory({ category }: PackageListQuery): Answer | undefined {
  if (category === undefined || findCategory(category)) return undefined;
  const allowed = listCategories().map(({ slug }) => slug);
  return badParameter({
    parameter: 'category',
    rule: `must be the slug of a category: ${allowed.join(', ')}`,
    allowed,
  });
}
