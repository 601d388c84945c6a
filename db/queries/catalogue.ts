import { count } from 'drizzle-orm';
import { prepared } from '../client';
import {
  catalogueLoads,
  categories,
  elements,
  features,
  grids,
  packages,
  sources,
} from '../schema';

const load = prepared((db) => db.select().from(catalogueLoads).prepare());

/** Which catalogue file filled this database, or undefined while it is empty. */
export function findCatalogueLoad() {
  return load().get();
}

const allSources = prepared((db) => db.select().from(sources).prepare());

/** The places that figures come from. */
export function listSources() {
  return allSources().all();
}

const counts = prepared((db) => ({
  categories: db.select({ count: count() }).from(categories).prepare(),
  packages: db.select({ count: count() }).from(packages).prepare(),
  grids: db.select({ count: count() }).from(grids).prepare(),
  features: db.select({ count: count() }).from(features).prepare(),
  cells: db.select({ count: count() }).from(elements).prepare(),
}));

/** How many records there are of each kind. */
export function countCatalogue() {
  const statements = counts();
  return {
    categories: statements.categories.get()?.count ?? 0,
    packages: statements.packages.get()?.count ?? 0,
    grids: statements.grids.get()?.count ?? 0,
    features: statements.features.get()?.count ?? 0,
    cells: statements.cells.get()?.count ?? 0,
  };
}
