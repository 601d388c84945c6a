import { expect, test } from 'vitest';
import { countContributed, listContributed } from '@/db/queries/contributed';
import { findPackage } from '@/db/queries/packages';
import { addGrid } from '@/db/writes/grids';
import { lockPackage } from '@/db/writes/package-edits';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const celery = findPackage('celery')?.package.id ?? 0;
const huey = findPackage('huey')?.package.id ?? 0;
const everything = { limit: 1000, offset: 0 };

insertAccount('root', 'admin');

test('contributed packages are those that an account added or edited, last edited first', () => {
  const edit = (at: number) => ({ accountId: 'root', comment: '', now: at });
  lockPackage(edit(now()), celery, true);
  lockPackage(edit(now()), huey, true);
  lockPackage(edit(now()), celery, false);
  addGrid(edit(now()), { title: 'Not a package', description: '' });
  expect(listContributed('root', everything).map(({ slug }) => slug)).toEqual(['celery', 'huey']);
  expect(listContributed('root', { limit: 1, offset: 1 })).toMatchObject([{ slug: 'huey' }]);
  expect(countContributed('root')).toBe(2);
  expect(countContributed('ada')).toBe(0);
});
