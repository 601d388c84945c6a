import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import {
  countGrids,
  findGrid,
  findRenamedGrid,
  findShowcaseGrid,
  listGrids,
  listGridsOfPackage,
  listFormerNeighbours,
  listNeighbours,
  type ListedGrid,
} from '@/db/queries/grids';
import { findPackage } from '@/db/queries/packages';
import { elements, features, grids, memberships, packages, slugRedirects } from '@/db/schema';
import { gridSortFields, type GridSort, type GridSortField } from '@/lib/sort-orders';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const everything = { limit: 1000, offset: 0 };
const createdAt = 1_700_000_000_000_000;
const edited = { createdAt, modifiedAt: createdAt };

const slugsOf = (sort: GridSort, q = '', slice = everything) =>
  listGrids(q, sort, slice).map(({ slug }) => slug);
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const gridIdOf = (slug: string) => findGrid(slug)?.id ?? 0;

beforeAll(() => {
  const empty = { slug: 'empty', title: 'Empty', description: 'Holds no package.' };
  // Two that differ in nothing but their id, and texts that LIKE would read as more than themselves.
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
      .insert(memberships)
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
  return listGrids('', 'title', everything)
    .sort(
      (a, b) =>
        direction * compare(value(a), value(b)) ||
        compare(a.title.toLowerCase(), b.title.toLowerCase()) ||
        compare(gridIdOf(a.slug), gridIdOf(b.slug)),
    )
    .map(({ slug }) => slug);
}

test.each(gridSortFields)(
  'grids by $key rise, by -$key fall; ties go by title and id',
  ({ key }) => {
    expect(slugsOf(key)).toEqual(sorted(valueOf[key], 1));
    expect(slugsOf(`-${key}`)).toEqual(sorted(valueOf[key], -1));
  },
);

test('the pages of a list hold every grid once', () => {
  const paged = [0, 10, 20, 30].flatMap((offset) =>
    slugsOf('-feature_count', '', { limit: 10, offset }),
  );
  expect(paged).toEqual(slugsOf('-feature_count'));
  expect(new Set(paged).size).toBe(countGrids(''));
  expect(slugsOf('title', '', { limit: 10, offset: 1000 })).toEqual([]);
});

test('a grid without packages is not listed but found', () => {
  expect(countGrids('')).toBe(31 + 2);
  expect(slugsOf('title')).not.toContain('empty');
  expect(countGrids('Holds no package.')).toBe(0);
  expect(findGrid('empty')?.title).toBe('Empty');
});

test('a grid counts its packages, those of them that are active, and its features', () => {
  const [websockets] = listGrids('websockets', 'title', everything);
  expect(websockets).toMatchObject({ packageCount: 11, activeCount: 10, featureCount: 11 });
});

test('the leaders of a grid are its three active packages with most stars', () => {
  const [websockets] = listGrids('websockets', 'title', everything);
  expect(websockets?.leaders).toEqual(['Channels', 'django-socketio', 'Django Websocket Redis']);
});

test('a grid of which no package is active has no leaders', () => {
  const twins = listGrids('Twin', 'title', everything);
  expect(twins.map((it) => [it.packageCount, it.activeCount, it.leaders])).toEqual([
    [1, 0, []],
    [1, 0, []],
  ]);
});

test('text is found in titles and descriptions, in any case', () => {
  expect(slugsOf('title', 'TWIN')).toEqual(['twin-b', 'twin-a']);
  expect(slugsOf('title', '100 OF')).toEqual(['twin-a']);
});

test.each([
  ['100%', ['twin-b']],
  ['%', ['twin-b', 'twin-a']],
  ['%_', ['twin-b']],
  ['_\\', ['twin-b']],
  ['\\', ['twin-b']],
  ['%%', []],
  ['\\%', []],
  ['T_in', []],
  ["' or 1 = 1 --", []],
])('%j is sought as it stands', (q, slugs) => {
  expect(slugsOf('title', q)).toEqual(slugs);
  expect(countGrids(q)).toBe(slugs.length);
});

test.each(['ghost', '', 'Websockets', '%'])('the slug %j finds nothing', (slug) => {
  expect(findGrid(slug)).toBeUndefined();
  expect(findRenamedGrid(slug)).toBeUndefined();
});

test('a renamed grid is found by the slug it had, and only grids are', () => {
  const gridId = gridIdOf('websockets');
  database()
    .insert(slugRedirects)
    .values({ kind: 'grid', oldSlug: 'sockets', gridId, createdAt })
    .run();
  database()
    .insert(slugRedirects)
    .values({ kind: 'package', oldSlug: 'acme', packageId: idOf('channels'), createdAt })
    .run();
  expect(findRenamedGrid('sockets')).toBe('websockets');
  expect(findRenamedGrid('websockets')).toBeUndefined();
  expect(findRenamedGrid('acme')).toBeUndefined();
});

test('the grids of a package are named by title, with their size', () => {
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

test('the neighbours of a package are the active others of its grids, once for each grid', () => {
  const own = listGridsOfPackage(idOf('django-celery-beat')).map(({ id }) => id);
  expect(own.length).toBeGreaterThan(2);
  const rows = database()
    .select({ gridId: memberships.gridId, packageId: memberships.packageId })
    .from(memberships)
    .all();
  const active = new Map(
    database()
      .select()
      .from(packages)
      .all()
      .flatMap((it) => (it.isActive === true ? [[it.id, it.slug]] : [])),
  );
  const expected = rows.flatMap(({ gridId, packageId }) => {
    const slug = active.get(packageId);
    const isNeighbour = own.includes(gridId) && slug !== undefined && slug !== 'django-celery-beat';
    return isNeighbour ? [`${slug} in ${gridId}`] : [];
  });

  const neighbours = listNeighbours(idOf('django-celery-beat'));
  expect(neighbours.map((it) => `${it.slug} in ${it.gridId}`).sort()).toEqual(expected.sort());
});

test('neighbours with most stars come first, those without known stars last', () => {
  const stars = listNeighbours(idOf('channels')).map((it) => it.stars ?? -1);
  expect(stars).toContain(-1);
  expect(stars).toEqual([...stars].sort((a, b) => b - a));
});

test('a deprecated package has neighbours but is none', () => {
  expect(listNeighbours(idOf('django-private-chat')).map(({ slug }) => slug)).toContain('channels');
  expect(listNeighbours(idOf('channels')).map(({ slug }) => slug)).not.toContain(
    'django-private-chat',
  );
});

test('what is out of use is a former neighbour, of those of its grids and of no others', () => {
  const formerOf = (slug: string) => listFormerNeighbours(idOf(slug)).map((it) => it.slug);
  expect(formerOf('channels')).toEqual(['django-private-chat']);
  expect(formerOf('django-private-chat')).toEqual([]);
  expect(formerOf('celery')).toEqual([]);
});

test('each package names those that name it: as an alternative if it is active, else as a former one', () => {
  const all = database().select().from(packages).all();
  const slugsOf = new Map(
    all.map(({ id, slug }) => [
      slug,
      [...listNeighbours(id), ...listFormerNeighbours(id)].map((it) => it.slug),
    ]),
  );
  for (const [slug, others] of slugsOf) {
    for (const other of others) expect(slugsOf.get(other)).toContain(slug);
  }
});

test('a package without grids has no neighbours', () => {
  expect(listNeighbours(0)).toEqual([]);
});

test('the showcase is the grid with most cells among the five largest', () => {
  expect(findShowcaseGrid()).toEqual({
    id: gridIdOf('workers-queues-tasks'),
    slug: 'workers-queues-tasks',
    title: 'Workers, Queues, and Tasks',
    packageCount: 15,
  });
});

test('without a grid of three packages there is no showcase', () => {
  for (const table of [elements, features, memberships]) database().delete(table).run();
  expect(findShowcaseGrid()).toBeUndefined();
});
