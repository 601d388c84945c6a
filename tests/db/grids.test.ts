import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import {
  countGrids,
  findGrid,
  findShowcaseGrid,
  listBestKeptGrids,
  listGrids,
  listGridsInOrder,
  listGridsOfPackage,
  listNeighbours,
  type ListedGrid,
} from '@/db/queries/grids';
import { listComparedPackages } from '@/db/queries/comparison';
import { findPackage } from '@/db/queries/packages';
import { cells, features, grids, gridPackages, packages } from '@/db/schema';
import { gridSortFields, type GridSort, type GridSortField } from '@/lib/list/sort-orders';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const everything = { limit: 1000, offset: 0 };
const createdAt = 1_700_000_000_000_000;
const edited = { createdAt, modifiedAt: createdAt };

const slugsOf = (sort: GridSort, slice = everything) =>
  listGrids(sort, slice).map(({ slug }) => slug);
const gridOf = (slug: string) => listGrids('title', everything, [gridIdOf(slug)])[0];
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const gridIdOf = (slug: string) => findGrid(slug)?.id ?? 0;

beforeAll(() => {
  const empty = { slug: 'empty', title: 'Empty', description: 'Holds no package.' };
  // Two that differ only in their id, and texts with LIKE wildcards.
  const odd = [
    { slug: 'twin-b', title: 'Twin', description: '100%_\\' },
    { slug: 'twin-a', title: 'Twin', description: '100 of %' },
  ];
  for (const row of [empty, ...odd]) {
    database()
      .insert(grids)
      .values({ ...row, ...edited })
      .run();
  }
  for (const { slug } of odd) {
    database()
      .insert(gridPackages)
      .values({ gridId: gridIdOf(slug), packageId: idOf('django-private-chat'), createdAt })
      .run();
  }
});

const valueOf: Record<GridSortField, (it: ListedGrid) => string | number> = {
  title: (it) => it.title.toLowerCase(),
  gridpackage_count: (it) => it.packageCount,
  active_gridpackage_count: (it) => it.activeCount,
  feature_count: (it) => it.featureCount,
  modified: (it) => it.modifiedAt,
};

const compare = <It extends string | number>(a: It, b: It) => (a < b ? -1 : a > b ? 1 : 0);

function sorted(value: (it: ListedGrid) => string | number, direction: 1 | -1): string[] {
  return listGrids('title', everything)
    .sort(
      (a, b) =>
        direction * compare(value(a), value(b)) ||
        compare(a.title.toLowerCase(), b.title.toLowerCase()) ||
        compare(gridIdOf(a.slug), gridIdOf(b.slug)),
    )
    .map(({ slug }) => slug);
}

test.each(gridSortFields)(
  'grids are sorted by $key ascending and -$key descending, then by title and id',
  ({ key }) => {
    expect(slugsOf(key)).toEqual(sorted(valueOf[key], 1));
    expect(slugsOf(`-${key}`)).toEqual(sorted(valueOf[key], -1));
  },
);

test('the pages of a list contain every grid once', () => {
  const paged = [0, 10, 20, 30].flatMap((offset) =>
    slugsOf('-feature_count', { limit: 10, offset }),
  );
  expect(paged).toEqual(slugsOf('-feature_count'));
  expect(new Set(paged).size).toBe(countGrids());
  expect(slugsOf('title', { limit: 10, offset: 1000 })).toEqual([]);
});

test('a grid without packages can be found but is not listed', () => {
  expect(countGrids()).toBe(31 + 2);
  expect(slugsOf('title')).not.toContain('empty');
  expect(countGrids([gridIdOf('empty')])).toBe(0);
  expect(findGrid('empty')?.title).toBe('Empty');
});

test('a grid has counts of packages, active packages and features', () => {
  const websockets = gridOf('websockets');
  expect(websockets).toMatchObject({ packageCount: 11, activeCount: 10, featureCount: 11 });
});

test('the leaders of a grid are its three active packages with the most stars', () => {
  const websockets = gridOf('websockets');
  expect(websockets?.leaders).toEqual(['Channels', 'Daphne', 'django-socketio']);
});

test('a grid without active packages has no leaders', () => {
  expect(gridOf('twin-a')).toMatchObject({ packageCount: 1, activeCount: 0, leaders: [] });
});

test('lists and counts given grids that have packages, in either order', () => {
  const ids = ['twin-a', 'empty', 'websockets', 'twin-b'].map(gridIdOf);
  expect(listGrids('title', everything, ids).map(({ slug }) => slug)).toEqual([
    'twin-b',
    'twin-a',
    'websockets',
  ]);
  expect(countGrids(ids)).toBe(3);
  const inOrder = (slice: { limit: number; offset: number }) =>
    listGridsInOrder(ids, slice).map(({ slug }) => slug);
  expect(inOrder(everything)).toEqual(['twin-a', 'websockets', 'twin-b']);
  expect(inOrder({ limit: 1, offset: 1 })).toEqual(['websockets']);
  expect(countGrids([])).toBe(0);
  expect(listGrids('title', everything, [])).toEqual([]);
});

test.each(['ghost', '', 'Websockets', '%'])('the slug %j is not found', (slug) => {
  expect(findGrid(slug)).toBeUndefined();
});

test('the grids of a package are sorted by title, with their size', () => {
  const found = listGridsOfPackage(idOf('django-private-chat'));
  const titles = found.map(({ title }) => title);
  expect(titles).toEqual([...titles].sort((a, b) => compare(a.toLowerCase(), b.toLowerCase())));
  expect(found).toContainEqual({
    id: gridIdOf('websockets'),
    slug: 'websockets',
    title: 'Websockets',
    packageCount: 11,
    featureCount: 11,
  });
  expect(listGridsOfPackage(0)).toEqual([]);
});

test('the neighbours of a package are the other active packages of its grids, once per grid', () => {
  const own = listGridsOfPackage(idOf('django-celery-beat')).map(({ id }) => id);
  expect(own.length).toBeGreaterThan(2);
  const rows = database()
    .select({ gridId: gridPackages.gridId, packageId: gridPackages.packageId })
    .from(gridPackages)
    .all();
  const active = new Map(
    database()
      .select()
      .from(packages)
      .all()
      .flatMap((pkg) => (pkg.isActive === true ? [[pkg.id, pkg.slug]] : [])),
  );
  const expected = rows.flatMap(({ gridId, packageId }) => {
    const slug = active.get(packageId);
    const isNeighbour = own.includes(gridId) && slug !== undefined && slug !== 'django-celery-beat';
    return isNeighbour ? [`${slug} in ${gridId}`] : [];
  });

  const neighbours = listNeighbours(idOf('django-celery-beat')).active;
  expect(neighbours.map((it) => `${it.slug} in ${it.gridId}`).sort()).toEqual(expected.sort());
});

test('neighbours are sorted by stars, unknown last', () => {
  const stars = listNeighbours(idOf('channels')).active.map((it) => it.stars ?? -1);
  expect(stars).toContain(-1);
  expect(stars).toEqual([...stars].sort((a, b) => b - a));
});

test('a deprecated package has neighbours but is not one', () => {
  expect(listNeighbours(idOf('django-private-chat')).active.map(({ slug }) => slug)).toContain(
    'channels',
  );
  expect(listNeighbours(idOf('channels')).active.map(({ slug }) => slug)).not.toContain(
    'django-private-chat',
  );
});

test('an inactive package is a former neighbour of the packages in its grids only', () => {
  const formerOf = (slug: string) => listNeighbours(idOf(slug)).former.map((it) => it.slug);
  expect(formerOf('channels')).toEqual(['django-private-chat']);
  expect(formerOf('django-private-chat')).toEqual([]);
  expect(formerOf('celery')).toEqual([]);
});

test('alternatives are mutual: active packages are alternatives, others former ones', () => {
  const all = database().select().from(packages).all();
  const slugsOf = new Map(
    all.map(({ id, slug }) => [
      slug,
      Object.values(listNeighbours(id))
        .flat()
        .map((it) => it.slug),
    ]),
  );
  for (const [slug, others] of slugsOf) {
    for (const other of others) expect(slugsOf.get(other)).toContain(slug);
  }
});

test('a package without grids has no neighbours', () => {
  expect(listNeighbours(0).active).toEqual([]);
});

test('the best-kept grids have the most healthy packages, with all scores, best first', () => {
  const kept = listBestKeptGrids(5);
  const counted = kept.map(({ healthyCount }) => healthyCount);
  expect(counted).toEqual(counted.toSorted((a, b) => b - a));
  for (const { slug, packageCount, healthyCount, scores } of kept) {
    const healths = listComparedPackages(gridIdOf(slug)).map(({ health }) => health);
    const byHealth = healths.toSorted((a, b) => (b ?? -1) - (a ?? -1));
    expect(scores, slug).toEqual(byHealth);
    expect(packageCount, slug).toBe(healths.length);
    expect(healthyCount, slug).toBe(healths.filter((it) => (it ?? 0) >= 60).length);
  }
  const most = listBestKeptGrids(100);
  expect(most.slice(0, 4).map(({ slug }) => slug)).toEqual(
    kept.slice(0, 4).map(({ slug }) => slug),
  );
  expect(most.every(({ packageCount }) => packageCount > 1)).toBe(true);
});

test('the showcase is the grid with the most cells of the five largest', () => {
  expect(findShowcaseGrid()).toEqual({
    id: gridIdOf('workers-queues-tasks'),
    slug: 'workers-queues-tasks',
    title: 'Workers, Queues, and Tasks',
    packageCount: 15,
  });
});

test('without a grid of three packages there is no showcase', () => {
  for (const table of [cells, features, gridPackages]) database().delete(table).run();
  expect(findShowcaseGrid()).toBeUndefined();
});
