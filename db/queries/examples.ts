import { asc, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type Database } from '../client';
import { accounts, packageExamples, packages } from '../schema';
import { presentName } from './conditions';

const listed = (db: Database) =>
  db
    .select({
      id: packageExamples.id,
      title: packageExamples.title,
      url: packageExamples.url,
      isActive: packageExamples.isActive,
      addedBy: packageExamples.addedBy,
      account: presentName,
      createdAt: packageExamples.createdAt,
      package: {
        id: packages.id,
        slug: packages.slug,
        title: packages.title,
        isLocked: packages.isLocked,
      },
    })
    .from(packageExamples)
    .innerJoin(packages, eq(packages.id, packageExamples.packageId))
    .leftJoin(accounts, eq(accounts.id, packageExamples.addedBy));

const statements = prepared((db) => ({
  byId: listed(db)
    .where(eq(packageExamples.id, sql.placeholder('id')))
    .prepare(),
  ofPackage: listed(db)
    .where(eq(packageExamples.packageId, sql.placeholder('package')))
    .orderBy(asc(packageExamples.title))
    .prepare(),
  waiting: listed(db)
    .where(isNull(packageExamples.isActive))
    .orderBy(asc(packageExamples.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
}));

export type ExampleRow = NonNullable<ReturnType<typeof findExample>>;

/** A site that uses a package, by its id. */
export const findExample = (id: number) => statements().byId.get({ id });

/** The sites that use a package: those that are shown, wait and were declined. */
export const listExamplesOf = (packageId: number) =>
  statements().ofPackage.all({ package: packageId });

/** The sites that no moderator has approved or declined, oldest first. */
export const listWaitingExamples = (most: number) => statements().waiting.all({ limit: most });
