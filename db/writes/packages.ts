import { eq, getTableColumns, type GetColumnData } from 'drizzle-orm';
import { database } from '../client';
import { collected, projected } from '../queries/collected';
import { packages, pypiProjects, repositories } from '../schema';
import { insertRows } from './insert-rows';

type Collected = { [Name in keyof typeof collected]: GetColumnData<(typeof collected)[Name]> };

/** Columns of a package, whichever table holds them. */
export type PackageColumns = {
  [Name in keyof (typeof packages.$inferInsert & Collected)]?:
    (typeof packages.$inferInsert & Collected)[Name] | undefined;
};

const ownNames = Object.keys(getTableColumns(packages)).filter((name) => !(name in projected));

const ownColumns = (columns: PackageColumns) =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => ownNames.includes(name)));

/** Adds a package. A trigger adds its rows in the other two tables. */
export function insertPackage(
  columns: PackageColumns & typeof packages.$inferInsert & { id: number },
): void {
  const { id, slug, title, categoryId, createdAt, modifiedAt } = columns;
  const row = { ...ownColumns(columns), id, slug, title, categoryId, createdAt, modifiedAt };
  insertRows(packages, [row]);
  saveBeside(id, columns);
}

/** Stores the given columns of a package; those that are absent or undefined stay as they are. */
export function updatePackage(id: number, columns: PackageColumns): void {
  const own = ownColumns(columns);
  if (hasValue(own)) database().update(packages).set(own).where(eq(packages.id, id)).run();
  saveBeside(id, columns);
}

/** The tables beside `packages`, each with the names of its own columns by those of a whole package record. */
const beside = [repositories, pypiProjects].map((table) => {
  const own = new Map<unknown, string>(
    Object.entries(getTableColumns(table)).map(([name, column]) => [column, name]),
  );
  const stored = Object.entries({ ...projected, ...collected });
  return { table, ownNameOf: new Map(stored.map(([name, column]) => [name, own.get(column)])) };
});

function saveBeside(packageId: number, columns: PackageColumns): void {
  for (const { table, ownNameOf } of beside) {
    const row = Object.fromEntries(
      Object.entries(columns).flatMap(([name, value]) => {
        const ownName = ownNameOf.get(name);
        return ownName === undefined ? [] : [[ownName, value]];
      }),
    );
    if (!hasValue(row)) continue;
    database().update(table).set(row).where(eq(table.packageId, packageId)).run();
  }
}

const hasValue = (columns: object) => Object.values(columns).some((value) => value !== undefined);
