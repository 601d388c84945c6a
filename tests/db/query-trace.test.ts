import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findPackage } from '@/db/queries/packages';
import { listGridsOfPackage } from '@/db/queries/grids';
import { findAndCount, listHits, tallyPackages } from '@/db/queries/search';
import { memoizePerVersion } from '@/db/memoize-per-version';
import { traceQueries, type QueryTrace } from '@/db/query-trace';
import { revalidateWith } from '@/db/revalidate';
import { watchVersions } from '@/db/version';
import { indexPackages } from '@/db/writes/search-index';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const areUnchanged = revalidateWith(watchVersions().data);
const run = (sql: string) => database().$client.prepare(sql).run();

/** Lets a task wait in between, like rendering a page does. */
async function readsOf(work: () => unknown): Promise<QueryTrace | undefined> {
  const { trace } = await traceQueries(async () => {
    await Promise.resolve();
    work();
  });
  return trace;
}

async function expectReads(work: () => unknown): Promise<QueryTrace> {
  const reads = await readsOf(work);
  if (!reads) throw new Error('What was read is not known.');
  return reads;
}

function readCelery() {
  const found = findPackage('celery');
  if (!found) throw new Error('Celery is not there.');
  listGridsOfPackage(found.package.id);
}

test('a changed row invalidates only reads of that row', async () => {
  const celery = await expectReads(readCelery);
  const huey = await expectReads(() => findPackage('huey'));
  expect(celery.list.length).toBeGreaterThan(1);
  expect([celery, huey].map(areUnchanged)).toEqual([true, true]);

  run("update packages set repo_watchers = repo_watchers + 1 where slug = 'huey'");
  expect([celery, huey].map(areUnchanged)).toEqual([true, false]);

  run("update packages set repo_watchers = repo_watchers - 1 where slug = 'huey'");
  expect([celery, huey].map(areUnchanged)).toEqual([true, true]);
});

test('a search is revalidated in full', async () => {
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
])('%s are revalidated in the same shape', async (_, work) => {
  expect(areUnchanged(await expectReads(work))).toBe(true);
});

test('a new row invalidates a read that found none', async () => {
  const nobody = await expectReads(() => findPackage('nobody-has-this'));
  run("update packages set slug = 'nobody-has-this' where slug = 'django-q2'");
  expect(areUnchanged(nobody)).toBe(false);
});

test('iterating over rows can not be revalidated', async () => {
  const reads = await readsOf(() => [
    ...database().$client.prepare('select slug from packages').iterate(),
  ]);
  expect(reads).toBeUndefined();
});

test('revalidation is not recorded itself', async () => {
  const celery = await expectReads(readCelery);
  const other = await expectReads(() => {
    findPackage('huey');
    areUnchanged(celery);
  });
  expect(other.list.length).toBeLessThan(celery.list.length);
});

test('slow queries are revalidated once for all that share them, and again after each change', async () => {
  let count = 0;
  database().$client.function('slowly', { deterministic: false }, (value: unknown) => {
    count += 1;
    const end = performance.now() + 1;
    while (performance.now() < end);
    return value;
  });
  const read = () => database().$client.prepare('select slowly(title) from grids limit 3').all();
  const one = await expectReads(read);
  const other = await expectReads(() => {
    read();
    findPackage('huey');
  });
  count = 0;
  expect([one, other, one].map(areUnchanged)).toEqual([true, true, true]);
  expect(count).toBe(3);
  run("update packages set repo_watchers = repo_watchers + 1 where slug = 'huey'");
  expect([one, other].map(areUnchanged)).toEqual([true, false]);
  expect(count).toBe(6);
  run('update grids set title = title || 1');
  expect(areUnchanged(one)).toBe(false);
});

test('memoized reads are recorded each time', async () => {
  let count = 0;
  const readTitle = memoizePerVersion((slug: string) => {
    count += 1;
    return [findPackage(slug)?.package.title];
  });
  const celery = await expectReads(() => readTitle('celery'));
  const same = await expectReads(() => readTitle('celery'));
  const twice = await expectReads(() => [readTitle('celery'), readTitle('huey')]);
  expect(count).toBe(2);
  expect(same).toEqual(celery);
  expect(twice.list.length).toBe(2 * celery.list.length);
  run("update packages set title = 'Seldom' where slug = 'celery'");
  expect([celery, twice].map(areUnchanged)).toEqual([false, false]);
  expect(readTitle('celery')).toEqual(['Seldom']);
  database().transaction(() => {
    run("update packages set title = 'Never' where slug = 'celery'");
    expect(readTitle('celery')).toEqual(['Never']);
    run("update packages set title = 'Celery' where slug = 'celery'");
  });
  expect(readTitle('celery')).toEqual(['Celery']);
});

test('a change of popularity does not invalidate package counts', async () => {
  const wanted = { choice: {}, isActiveOnly: true, now: now() };
  const counted = await expectReads(() => tallyPackages(wanted));
  const found = await expectReads(() => findAndCount(readQuery(''), wanted));
  run("update packages set repo_watchers = 90000 where slug = 'huey'");
  indexPackages(
    database()
      .$client.prepare<[], number>("select id from packages where slug = 'huey'")
      .pluck()
      .all(),
  );
  expect([counted, found].map(areUnchanged)).toEqual([true, false]);
  run(
    "update search_facets set licence = 'Elsewhere' where number = (select min(number) from search_facets)",
  );
  expect(areUnchanged(counted)).toBe(false);
});

test('recordings that overlap have their own queries only', async () => {
  const pause = () => new Promise(setImmediate);
  const readTwice = (slug: string) =>
    traceQueries(async () => {
      findPackage(slug);
      await pause();
      findPackage(slug);
    });
  const [celery, huey] = await Promise.all([readTwice('celery'), readTwice('huey')]);
  const alone = await readTwice('celery');
  expect(celery.trace).toEqual(alone.trace);
  expect(huey.trace?.list.length).toBe(alone.trace?.list.length);
  expect(JSON.stringify(huey.trace?.list)).not.toContain('celery');
});

test('the version changes with each commit, also of this process, and a stamp only with its writer', () => {
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
