import { eq, sql } from 'drizzle-orm';
import { documentOfNumber } from '@/lib/search/document-number';
import { prepared } from '../client';
import { categories, packages } from '../schema';
import { findPackageById } from './packages';
import { listExactlyNamed } from './search-hits';

const fields = prepared((db) =>
  db
    .select({
      title: sql<string>`${packages.title}`,
      category: categories.slug,
      description: packages.repoDescription,
      repository: packages.repoUrl,
      pypi: packages.pypiName,
      documentation: packages.documentationUrl,
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(eq(packages.id, sql.placeholder('id')))
    .prepare(),
);

/** What people enter for a package, by the names of the form's fields. */
export const findEditedPackage = (id: number) => fields().get({ id });

/** Maximum number of documents to read for a key; the first package among them is used. */
const MOST = 5;

/** The package with a key of its repository or its project on PyPI (lib/search/address-key.ts). */
export function findPackageByKey(key: string) {
  const ids = listExactlyNamed(key, MOST)
    .map(documentOfNumber)
    .filter(({ kind }) => kind === 'package')
    .map(({ id }) => id);
  return ids[0] === undefined ? undefined : findPackageById(ids[0]);
}
