import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findGrid, listGrids } from '@/db/queries/grids';
import { listComparedPackages } from '@/db/queries/comparison';
import { listTimesheetPackages, listTimesheetVersions } from '@/db/queries/timesheet';
import { listVersions } from '@/db/queries/versions';
import { packages, versions } from '@/db/schema';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const idOf = (slug: string) => findGrid(slug)?.id ?? 0;
const gridIds = () => listGrids('title', { limit: 100, offset: 0 }).map(({ slug }) => idOf(slug));
const byNumber = (a: number, b: number) => a - b;

test('a timeline has every package of its grid, by title', () => {
  for (const id of gridIds()) {
    const listed = listTimesheetPackages(id);
    expect(listed.map((it) => it.id).sort(byNumber)).toEqual(
      listComparedPackages(id)
        .map((it) => it.id)
        .sort(byNumber),
    );
    const titles = listed.map(({ title }) => title.toLowerCase());
    expect(titles).toEqual([...titles].sort());
  }
});

test('a package has its own dates', () => {
  const row = database().select().from(packages).where(eq(packages.slug, 'django-q')).get();
  expect(
    listTimesheetPackages(idOf('workers-queues-tasks')).find((it) => it.slug === 'django-q'),
  ).toEqual({
    id: row?.id,
    slug: 'django-q',
    title: 'Django Q',
    isDeprecated: false,
    isArchived: false,
    listedAt: row?.createdAt,
    lastReleaseAt: row?.lastReleaseAt,
    lastReleasePrecision: row?.lastReleasePrecision,
    lastCommitAt: row?.lastCommitAt,
    commitsAsOf: row?.commitsAsOf,
  });
});

test('the releases of a grid are those of its packages, oldest first', () => {
  for (const id of gridIds()) {
    const listed = listTimesheetVersions(id);
    const times = listed.map(({ releasedAt }) => releasedAt ?? 0);
    expect(times).toEqual([...times].sort(byNumber));
    for (const it of listTimesheetPackages(id)) {
      const own = listed.filter(({ packageId }) => packageId === it.id);
      const expected = listVersions(it.id).map(({ releasedAt, datePrecision }) => ({
        packageId: it.id,
        releasedAt,
        datePrecision,
      }));
      expect(own).toHaveLength(expected.length);
      expect(own).toEqual(expect.arrayContaining(expected));
    }
  }
});

test('omits hidden releases and includes undated ones', () => {
  const id = idOf('websockets');
  const before = listTimesheetVersions(id).length;
  const packageId = listTimesheetPackages(id)[0]?.id ?? 0;
  const added = { packageId, source: 'tag' as const, releasedAt: null };
  database()
    .insert(versions)
    .values([
      { ...added, number: '99.0' },
      { ...added, number: '98.0', isHidden: true },
    ])
    .run();
  expect(listTimesheetVersions(id)).toHaveLength(before + 1);
  const isAdded = and(eq(versions.packageId, packageId), eq(versions.number, '99.0'));
  database().update(versions).set({ isHidden: true }).where(isAdded).run();
  expect(listTimesheetVersions(id)).toHaveLength(before);
});

test('an unknown grid has neither packages nor releases', () => {
  expect(listTimesheetPackages(0)).toEqual([]);
  expect(listTimesheetVersions(0)).toEqual([]);
});
