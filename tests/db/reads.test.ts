import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findPackage } from '@/db/queries/packages';
import { listGridsOfPackage } from '@/db/queries/grids';
import { listHits, findAndCount } from '@/db/queries/find';
import { recordReads, type Reads } from '@/db/reads';
import { areUnchanged } from '@/db/replay';
import { watchVersions } from '@/db/version';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { useShippedCatalogue } from '../tools/database';

useShippedCatalogue();

const run = (sql: string) => database().$client.prepare(sql).run();

/** Lets a work wait in between, as drawing a page does. */
async function readsOf(work: () => unknown): Promise<Reads | undefined> {
  const { reads } = await recordReads(async () => {
    await Promise.resolve();
    work();
  });
  return reads;
}

async function expectReads(work: () => unknown): Promise<Reads> {
  const reads = await readsOf(work);
  if (!reads) throw new Error('What was read is not known.');
  return reads;
}

function readCelery() {
  const found = findPackage('celery');
  if (!found) throw new Error('Celery is not there.');
  listGridsOfPackage(found.package.id);
}

test('reads of other rows stay as they are when a row changes, and those of the row do not', async () => {
  const celery = await expectReads(readCelery);
  const huey = await expectReads(() => findPackage('huey'));
  expect(celery.list.length).toBeGreaterThan(1);
  expect([celery, huey].map(areUnchanged)).toEqual([true, true]);

  run("update packages set repo_watchers = repo_watchers + 1 where slug = 'huey'");
  expect([celery, huey].map(areUnchanged)).toEqual([true, false]);

  run("update packages set repo_watchers = repo_watchers - 1 where slug = 'huey'");
  expect([celery, huey].map(areUnchanged)).toEqual([true, true]);
});

test('a search is read again in full', async () => {
  const search = await expectReads(() => {
    const found = findAndCount(readQuery('task queue'), {
      choice: {},
      isActiveOnly: false,
      now: now(),
    });
    listHits(found, { limit: 20, offset: 0 });
  });
  expect(areUnchanged(search)).toBe(true);
});

test.each([
  ['objects', () => database().$client.prepare('select slug from packages').all()],
  ['lists', () => database().$client.prepare('select slug from packages').raw().all()],
  ['values', () => database().$client.prepare('select slug from packages').pluck().all()],
  ['one value', () => database().$client.prepare('select count(*) from packages').pluck().get()],
  ['nothing', () => database().$client.prepare('select 1 from packages where id = -1').get()],
])('%s that were read are read again in the same shape', async (_, work) => {
  expect(areUnchanged(await expectReads(work))).toBe(true);
});

test('a row that was not there is noticed when it comes', async () => {
  const nobody = await expectReads(() => findPackage('nobody-has-this'));
  run("update packages set slug = 'nobody-has-this' where slug = 'django-q2'");
  expect(areUnchanged(nobody)).toBe(false);
});

test('what reads row by row can not be asked again', async () => {
  const reads = await readsOf(() => [
    ...database().$client.prepare('select slug from packages').iterate(),
  ]);
  expect(reads).toBeUndefined();
});

test('what is asked again is no read of what is being recorded', async () => {
  const celery = await expectReads(readCelery);
  const other = await expectReads(() => {
    findPackage('huey');
    areUnchanged(celery);
  });
  expect(other.list.length).toBeLessThan(celery.list.length);
});

test('two works are not recorded at once', async () => {
  await expect(recordReads(() => recordReads(() => Promise.resolve()))).rejects.toThrow('Another');
});

test('a version changes with each commit, also of this very process, and a stamp only by its writer', () => {
  const versions = watchVersions();
  const before = [versions.data(), versions.stamp()];
  expect([versions.data(), versions.stamp()]).toEqual(before);
  run("update packages set repo_watchers = repo_watchers + 1 where slug = 'huey'");
  const [data = 0, stamp = 0] = before;
  expect(versions.data()).not.toBe(data);
  expect(versions.stamp()).toBe(stamp);
  database().$client.pragma('user_version = 7');
  expect(versions.stamp()).toBe(7);
  versions.close();
});
