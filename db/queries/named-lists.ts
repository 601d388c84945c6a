import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { categories, listPackages, lists, packages } from '../schema';
import { listed } from './packages';

// Raw SQL, because Drizzle omits the table name from columns in single-table queries, and this subquery needs it.
const packageCount = sql<number>`(select count(*) from list_packages where list_id = lists.id)`;

const ofAccount = eq(lists.accountId, sql.placeholder('account'));
const ofList = eq(listPackages.listId, sql.placeholder('list'));
const inOrder = [asc(listPackages.position), asc(listPackages.id)];

const statements = prepared((db) => ({
  bySlug: db
    .select()
    .from(lists)
    .where(and(ofAccount, eq(lists.slug, sql.placeholder('slug'))))
    .prepare(),
  byId: db
    .select()
    .from(lists)
    .where(eq(lists.id, sql.placeholder('list')))
    .prepare(),
  ofAccount: db
    .select({
      id: lists.id,
      slug: lists.slug,
      title: lists.title,
      description: lists.description,
      isPrivate: lists.isPrivate,
      modifiedAt: lists.modifiedAt,
      packageCount,
      holds: sql<number>`exists (
        select 1 from list_packages
        where list_id = lists.id and package_id = ${sql.placeholder('package')}
      )`.mapWith(Boolean),
    })
    .from(lists)
    .where(ofAccount)
    .orderBy(desc(lists.modifiedAt), desc(lists.id))
    .prepare(),
  total: db.select({ count: count() }).from(lists).where(ofAccount).prepare(),
  entries: db
    .select({ ...listed, note: listPackages.note })
    .from(listPackages)
    .innerJoin(packages, eq(packages.id, listPackages.packageId))
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(ofList)
    .orderBy(...inOrder)
    .prepare(),
  places: db
    .select({ packageId: listPackages.packageId, position: listPackages.position })
    .from(listPackages)
    .where(ofList)
    .orderBy(...inOrder)
    .prepare(),
}));

/** A list of an account by its slug, private or not. */
export const findNamedList = (account: string, slug: string) =>
  statements().bySlug.get({ account, slug });

/** A list by its id, private or not. */
export const findNamedListById = (list: number) => statements().byId.get({ list });

/** The lists of an account, the last changed first; `holds` says whether a list contains the package. */
export const listNamedLists = (account: string, { holding = 0 } = {}) =>
  statements().ofAccount.all({ account, package: holding });

/** The number of lists of an account. */
export const countNamedLists = (account: string): number =>
  statements().total.get({ account })?.count ?? 0;

/** The packages of a list in its order, in any state, each with its note. */
export const listEntriesOf = (list: number) => statements().entries.all({ list });

/** The ids and positions of the packages of a list, in its order. */
export const listPlacesOf = (list: number) => statements().places.all({ list });
