import { count } from 'drizzle-orm';
import { prepared } from '../client';
import { catalogueLoads, categories, cells, features, grids, packages, sources } from '../schema';

const load = prepared((db) => db.select().from(catalogueLoads).prepare());

/** The catalogue file that this database was loaded from, or undefined if it is empty. */
export function findCatalogueLoad() {
  return load().get();
}

const allSources = prepared((db) => db.select().from(sources).prepare());

/** The sources of the figures. */
export function listSources() {
  return allSources().all();
}

const counts = prepared((db) => ({
  categories: db.select({ count: count() }).from(categories).prepare(),
  packages: db.select({ count: count() }).from(packages).prepare(),
  grids: db.select({ count: count() }).from(grids).prepare(),
  features: db.select({ count: count() }).from(features).prepare(),
  cells: db.select({ count: count() }).from(cells).prepare(),
}));

/** The number of records of each kind. */
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
