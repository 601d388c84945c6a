import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { listFeatures } from '@/db/queries/comparison';
import { listGridRevisionsSince } from '@/db/queries/grid-history';
import { findGrid } from '@/db/queries/grids';
import { findPackage } from '@/db/queries/packages';
import { findRecordFields } from '@/db/queries/record-fields';
import { favorites, flags, listPackages, lists, usages, watches } from '@/db/schema';
import { saveCell } from '@/db/writes/cells';
import { addToGrid } from '@/db/writes/grids';
import { addPackage } from '@/db/writes/package-edits';
import { packageFields } from '@/lib/edits/package-fields';
import { rewind } from '@/lib/revisions/replay';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { applyDocuments } from '@/tests/tools/apply-documents';
import { useShippedCatalogue } from '@/tests/tools/database';
import { plainPackage } from '@/tests/tools/v4-documents';

useShippedCatalogue();

test('a package added here that gets the id of its source keeps its history and what people did with it', () => {
  const accountId = insertAccount('tess', 'admin');
  const by = () => ({ accountId, comment: '', now: now() });
  const gridId = findGrid('websockets')?.id ?? 0;
  const before = findRecordFields('grid', gridId);
  const slug = addPackage(
    by(),
    packageFields.parse({
      ...{ title: 'Acme', category: 'apps', description: '', pypi: '', documentation: '' },
      repository: plainPackage.repo_url,
    }),
  );
  const packageId = findPackage(slug)?.package.id ?? 0;
  const [feature] = listFeatures(gridId);
  addToGrid(by(), gridId, packageId);
  const cell = { text: 'yes', evidence: '', comment: '' };
  saveCell(by(), { gridId, featureId: feature?.id ?? 0, packageId }, cell, {});
  const db = database();
  const own = { accountId, packageId, createdAt: now() };
  for (const table of [favorites, usages, watches]) db.insert(table).values(own).run();
  db.insert(flags)
    .values({ ...own, reason: 'Spam' })
    .run();
  const times = { createdAt: now(), modifiedAt: now() };
  db.insert(lists)
    .values({ id: 1, accountId, slug: 'mine', title: 'Mine', ...times })
    .run();
  db.insert(listPackages).values({ listId: 1, packageId, createdAt: now() }).run();

  applyDocuments([{ ...plainPackage, id: 777, slug }]);
  expect(findPackage(slug)?.package.id).toBe(777);
  const fields = findRecordFields('grid', gridId);
  expect(fields).toHaveProperty([`cell ${feature?.id ?? 0} 777`, 'text'], 'yes');
  expect(rewind(fields, listGridRevisionsSince(gridId, 0))).toEqual(before);
  for (const table of [favorites, usages, watches, flags, listPackages]) {
    expect(db.select().from(table).where(eq(table.packageId, 777)).all()).toHaveLength(1);
  }
});
