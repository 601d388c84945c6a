import { asc, desc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import {
  cells,
  changes,
  favorites,
  features,
  flags,
  gridPackages,
  grids,
  heldEdits,
  listPackages,
  lists,
  packageExamples,
  packages,
  posts,
  usages,
  watches,
} from '../schema';

const id = sql.placeholder('id');

const ofCatalogue = prepared((db) => ({
  changes: db
    .select({
      id: changes.id,
      at: changes.at,
      comment: changes.comment,
      source: changes.source,
      reverts: changes.reverts,
    })
    .from(changes)
    .where(eq(changes.actor, id))
    .orderBy(desc(changes.id))
    .prepare(),
  confirmedCells: db
    .select({
      grid: grids.slug,
      feature: features.title,
      package: packages.slug,
      text: cells.text,
      confirmedAt: cells.confirmedAt,
    })
    .from(cells)
    .innerJoin(features, eq(features.id, cells.featureId))
    .innerJoin(grids, eq(grids.id, cells.gridId))
    .innerJoin(gridPackages, eq(gridPackages.id, cells.gridPackageId))
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(eq(cells.confirmedBy, id))
    .orderBy(desc(cells.confirmedAt))
    .prepare(),
  sites: db
    .select({
      package: packages.slug,
      title: packageExamples.title,
      url: packageExamples.url,
      addedAt: packageExamples.createdAt,
    })
    .from(packageExamples)
    .innerJoin(packages, eq(packages.id, packageExamples.packageId))
    .where(eq(packageExamples.addedBy, id))
    .prepare(),
  posts: db
    .select({ slug: posts.slug, title: posts.title, publishedAt: posts.publishedAt })
    .from(posts)
    .where(eq(posts.author, id))
    .prepare(),
}));

const ofModeration = prepared((db) => ({
  reports: db
    .select({
      package: packages.slug,
      reason: flags.reason,
      reportedAt: flags.createdAt,
      resolvedAt: flags.resolvedAt,
      answer: flags.answer,
    })
    .from(flags)
    .innerJoin(packages, eq(packages.id, flags.packageId))
    .where(eq(flags.accountId, id))
    .prepare(),
  heldEdits: db
    .select({
      path: heldEdits.path,
      write: heldEdits.write,
      arguments: heldEdits.arguments,
      comment: heldEdits.comment,
      submittedAt: heldEdits.createdAt,
      decidedAt: heldEdits.decidedAt,
      isAccepted: heldEdits.isAccepted,
    })
    .from(heldEdits)
    .where(eq(heldEdits.accountId, id))
    .prepare(),
}));

const ofPerson = prepared((db) => ({
  favorites: db
    .select({ package: packages.slug, addedAt: favorites.createdAt })
    .from(favorites)
    .innerJoin(packages, eq(packages.id, favorites.packageId))
    .where(eq(favorites.accountId, id))
    .prepare(),
  uses: db
    .select({ package: packages.slug, addedAt: usages.createdAt })
    .from(usages)
    .innerJoin(packages, eq(packages.id, usages.packageId))
    .where(eq(usages.accountId, id))
    .prepare(),
  watches: db
    .select({ package: packages.slug, grid: grids.slug, addedAt: watches.createdAt })
    .from(watches)
    .leftJoin(packages, eq(packages.id, watches.packageId))
    .leftJoin(grids, eq(grids.id, watches.gridId))
    .where(eq(watches.accountId, id))
    .orderBy(asc(watches.id))
    .prepare(),
  lists: db
    .select({
      id: lists.id,
      slug: lists.slug,
      title: lists.title,
      description: lists.description,
      isPrivate: lists.isPrivate,
      createdAt: lists.createdAt,
    })
    .from(lists)
    .where(eq(lists.accountId, id))
    .prepare(),
  listed: db
    .select({
      listId: lists.id,
      package: packages.slug,
      note: listPackages.note,
      addedAt: listPackages.createdAt,
    })
    .from(lists)
    .innerJoin(listPackages, eq(listPackages.listId, lists.id))
    .innerJoin(packages, eq(packages.id, listPackages.packageId))
    .where(eq(lists.accountId, id))
    .orderBy(asc(listPackages.position), asc(listPackages.id))
    .prepare(),
}));

/** What the database holds of an account, apart from the account itself: what it did, and what it keeps. */
export function findAccountData(accountId: string) {
  const [catalogue, moderation, person] = [ofCatalogue(), ofModeration(), ofPerson()];
  const given = { id: accountId };
  const listed = person.listed.all(given);
  return {
    changes: catalogue.changes.all(given),
    confirmedCells: catalogue.confirmedCells.all(given),
    sites: catalogue.sites.all(given),
    posts: catalogue.posts.all(given),
    reports: moderation.reports.all(given),
    heldEdits: moderation.heldEdits.all(given),
    favorites: person.favorites.all(given),
    uses: person.uses.all(given),
    watches: person.watches.all(given),
    lists: person.lists.all(given).map(({ id: listId, ...list }) => ({
      ...list,
      packages: listed
        .filter((it) => it.listId === listId)
        .map(({ package: slug, note, addedAt }) => ({ package: slug, note, addedAt })),
    })),
  };
}
