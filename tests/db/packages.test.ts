import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findCategory } from '@/db/queries/categories';
import { findGrid } from '@/db/queries/grids';
import {
  countPackages,
  findPackage,
  hasRecentAdditions,
  listExamples,
  listPackages,
  listPackagesOf,
  listSortedIds,
  listReplacedBy,
} from '@/db/queries/packages';
import { categories, grids, gridPackages, packageExamples, packages } from '@/db/schema';
import { NO_GRID } from '@/lib/list/query';
import { packageSortFields, type PackageSort, type PackageSortField } from '@/lib/list/sort-orders';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const everything = { limit: 1000, offset: 0 };
const all = {};
type Filter = Parameters<typeof listPackages>[0];
const edited = { createdAt: 1_700_000_000_000_000, modifiedAt: 1_700_000_000_000_000 };

const slugsOf = (sort: PackageSort, filter: Filter = all, slice = everything) =>
  listPackages(filter, sort, slice).map(({ slug }) => slug);

beforeAll(() => {
  const categoryId = findCategory('other')?.id ?? 0;
  // Two that differ only in their id, and texts with LIKE wildcards.
  const rows = [
    { slug: 'twin-b', title: 'Twin', repoDescription: 'Covers 100% of it.' },
    { slug: 'twin-a', title: 'Twin', repoDescription: 'Covers 100 of it.' },
    { slug: 'path', title: 'C:\\path', repoDescription: 'snake_case' },
    { slug: 'pathless', title: 'C:path', repoDescription: 'snake-case' },
    { slug: 'archived', title: 'Archived', isArchived: true },
  ];
  database()
    .insert(packages)
    .values(rows.map((row) => ({ ...row, categoryId, ...edited })))
    .run();
});

const rows = () =>
  database()
    .select({ package: packages, category: categories.title })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(eq(packages.isActive, true))
    .all();
type Row = ReturnType<typeof rows>[number];
type Value = string | number | null;

/** The value of each sort order; a low rank means many downloads. */
const valueOf: Record<PackageSortField, (row: Row) => Value> = {
  title: (it) => it.package.title.toLowerCase(),
  category: (it) => it.category.toLowerCase(),
  health: (it) => it.package.health,
  repo_watchers: (it) => it.package.repoWatchers,
  repo_forks: (it) => it.package.repoForks,
  usage_count: (it) => it.package.usageCount,
  pypi_downloads: ({ package: { pypiDownloadRank: rank } }) => (rank === null ? null : -rank),
  last_released: (it) => it.package.lastReleaseAt,
  last_updated: (it) => it.package.lastCommitAt,
  last_fetched: (it) => it.package.lastFetchedAt,
  created: (it) => it.package.createdAt,
};

const compare = <It extends string | number>(a: It, b: It) => (a < b ? -1 : a > b ? 1 : 0);

function sorted(value: (row: Row) => Value, direction: 1 | -1): string[] {
  const byValue = (a: Value, b: Value) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return direction * compare(a, b);
  };
  return rows()
    .sort(
      (a, b) =>
        byValue(value(a), value(b)) ||
        compare(a.package.title.toLowerCase(), b.package.title.toLowerCase()) ||
        compare(a.package.id, b.package.id),
    )
    .map((row) => row.package.slug);
}

test.each(packageSortFields)(
  'packages are sorted by $key ascending and -$key descending, unknown last, then by title and id',
  ({ key }) => {
    expect(slugsOf(key)).toEqual(sorted(valueOf[key], 1));
    expect(slugsOf(`-${key}`)).toEqual(sorted(valueOf[key], -1));
  },
);

test('sorting by downloads descending puts the most downloaded package first', () => {
  const ranks = rows().flatMap((row) => row.package.pypiDownloadRank ?? []);
  const [first] = slugsOf('-pypi_downloads');
  expect(findPackage(first ?? '')?.package.pypiDownloadRank).toBe(Math.min(...ranks));
});

test('the pages of a list contain every package once', () => {
  const paged: string[] = [];
  for (let offset = 0; offset < 200; offset += 20) {
    paged.push(...slugsOf('-usage_count', all, { limit: 20, offset }));
  }
  expect(paged).toEqual(slugsOf('-usage_count'));
  expect(new Set(paged).size).toBe(countPackages(all));
});

test('past the end there is nothing', () => {
  expect(slugsOf('title', all, { limit: 20, offset: 10_000 })).toEqual([]);
});

test('a list has the data of a package', () => {
  const channels = listPackages(all, 'title', everything).find(
    ({ slug }) => slug === 'channels_redis',
  );
  expect(channels).toMatchObject({
    slug: 'channels_redis',
    title: 'channels_redis',
    description: 'Redis-backed ASGI channel layer implementation',
    stars: 438,
    isDeprecated: false,
    isArchived: false,
    category: { slug: 'apps', title: 'App' },
  });
});

test('a list contains only the packages of its category', () => {
  const frameworks = { category: 'frameworks' };
  expect(countPackages(frameworks)).toBe(13);
  const listed = listPackages(frameworks, 'title', everything);
  expect(listed).toHaveLength(13);
  expect(listed.every(({ category }) => category.slug === 'frameworks')).toBe(true);
});

test.each(['starter-projects', 'toys', 'App', 'apps ', '%', "' or 1 = 1 --"])(
  'a list of the category %j is empty',
  (category) => {
    expect(slugsOf('title', { category })).toEqual([]);
    expect(countPackages({ category })).toBe(0);
  },
);

test('packages are listed by id, in the given order or a sort order', () => {
  const [a, b, archived] = ['huey', 'celery', 'django-private-chat'].map(
    (slug) => findPackage(slug)?.package.id ?? 0,
  );
  const ids = [a ?? 0, archived ?? 0, b ?? 0, 999_999];
  expect(listPackagesOf(ids).map(({ slug }) => slug)).toEqual(['huey', 'celery']);
  expect(listSortedIds(ids, '-repo_watchers', { limit: 2, offset: 0 })).toEqual([b, a]);
  expect(listSortedIds(ids, 'title', { limit: 2, offset: 1 })).toEqual([archived, a]);
  expect(listPackagesOf([])).toEqual([]);
});

/** Slugs selected by plain SQL. */
const slugsBy = (condition: string) =>
  database()
    .$client.prepare<[], { slug: string }>(
      `select packages.slug from packages join categories on categories.id = category_id
       where is_active and ${condition} order by packages.title, packages.id`,
    )
    .all()
    .map(({ slug }) => slug);

const IN_NO_GRID = 'packages.id not in (select package_id from grid_packages)';

test('a list contains the active packages of a grid, in every order', () => {
  const { id } = database().select().from(grids).where(eq(grids.slug, 'websockets')).get() ?? {};
  const ofGrid = { grid: id };
  const slugs = slugsBy(
    `packages.id in (select package_id from grid_packages where grid_id = ${id ?? 0})`,
  );
  expect(slugs).toHaveLength(10);
  expect(slugsOf('title', ofGrid)).toEqual(slugs);
  expect(slugsOf('-repo_watchers', ofGrid)).toEqual(
    slugsOf('-repo_watchers').filter((slug) => slugs.includes(slug)),
  );
  expect(slugsOf('title', ofGrid, { limit: 4, offset: 8 })).toEqual(slugs.slice(8));
  expect(countPackages(ofGrid)).toBe(10);
});

test('category and grid can be combined', () => {
  const grid = findGrid('workers-queues-tasks')?.id;
  const whole = slugsOf('title', { grid });
  for (const category of ['apps', 'other', 'projects', 'toys']) {
    const ofCategory = slugsOf('title', { category });
    const both = whole.filter((slug) => ofCategory.includes(slug));
    expect(slugsOf('title', { category, grid })).toEqual(both);
    expect(countPackages({ category, grid })).toBe(both.length);
  }
});

test('an unknown grid is empty', () => {
  expect(slugsOf('title', { grid: 0 })).toEqual([]);
  expect(countPackages({ grid: 0 })).toBe(0);
});

test('the list of packages in no grid contains exactly those that are active', () => {
  const inNone = { ...all, grid: NO_GRID };
  expect(slugsOf('title', inNone)).toEqual(['path', 'pathless', 'twin-b', 'twin-a']);
  expect(slugsOf('title', inNone)).toEqual(slugsBy(IN_NO_GRID));
  expect(countPackages(inNone)).toBe(4);
  expect(slugsOf('title', { ...inNone, category: 'other' })).toHaveLength(4);
  expect(countPackages({ ...inNone, category: 'apps' })).toBe(0);
});

test('a package leaves that list when it is added to a grid, even as its only package', () => {
  const gridId = database()
    .insert(grids)
    .values({ slug: 'alone', title: 'Alone', ...edited })
    .returning({ id: grids.id })
    .get().id;
  const packageId = findPackage('twin-b')?.package.id ?? 0;
  const { id } = database()
    .insert(gridPackages)
    .values({ gridId, packageId, createdAt: edited.createdAt })
    .returning({ id: gridPackages.id })
    .get();
  expect(slugsOf('title', { ...all, grid: NO_GRID })).not.toContain('twin-b');
  expect(slugsOf('title', { ...all, grid: gridId })).toEqual(['twin-b']);

  database().delete(gridPackages).where(eq(gridPackages.id, id)).run();
  expect(slugsOf('title', { ...all, grid: NO_GRID })).toEqual(slugsBy(IN_NO_GRID));
});

test.each(['django-private-chat', 'archived'])('%s can be found but is not listed', (slug) => {
  expect(slugsOf('title')).not.toContain(slug);
  expect(findPackage(slug)?.package.isActive).toBe(false);
});

test('inactive packages are not counted', () => {
  expect(countPackages(all)).toBe(185 + 4);
});

test('a deprecated package has its replacement, and the replacement what it replaces', () => {
  const old = findPackage('django-private-chat');
  const successor = findPackage('django_private_chat2');
  expect(old?.replacement).toEqual({
    slug: 'django_private_chat2',
    title: successor?.package.title,
  });
  expect(listReplacedBy(successor?.package.id ?? 0)).toEqual([
    { slug: 'django-private-chat', title: 'django-private-chat' },
  ]);
  expect(successor?.replacement).toBeNull();
  expect(listReplacedBy(old?.package.id ?? 0)).toEqual([]);
});

test('a package is found with its category', () => {
  const it = findPackage('channels_redis');
  expect(it?.category).toEqual({ slug: 'apps', title: 'App', plural: 'Apps' });
});

test.each(['ghost', '', 'Channels_Redis', 'channels%redis', '%', "' or 1 = 1 --"])(
  'the slug %j is not found',
  (slug) => {
    expect(findPackage(slug)).toBeUndefined();
  },
);

test('sites that use a package are shown when approved by a moderator, sorted by title', () => {
  const packageId = findPackage('twin-a')?.package.id ?? 0;
  const example = (title: string, isActive: boolean | null) => ({
    packageId,
    title,
    url: `https://example.org/${title}`,
    isActive,
    ...edited,
  });
  expect(listExamples(packageId)).toEqual([]);
  database()
    .insert(packageExamples)
    .values([
      example('Zebra', true),
      example('Awaits', null),
      example('Refused', false),
      example('Aardvark', true),
    ])
    .run();
  expect(listExamples(packageId)).toEqual([
    { title: 'Aardvark', url: 'https://example.org/Aardvark' },
    { title: 'Zebra', url: 'https://example.org/Zebra' },
  ]);
  expect(listExamples(findPackage('twin-b')?.package.id ?? 0)).toEqual([]);
});

test('a list by date added says something once the newest were added on different days', () => {
  const db = database();
  db.update(packages).set({ createdAt: edited.createdAt }).run();
  expect(hasRecentAdditions()).toBe(false);
  db.update(packages)
    .set({ createdAt: edited.createdAt + 3 * 86_400_000_000 })
    .where(eq(packages.slug, 'celery'))
    .run();
  expect(hasRecentAdditions()).toBe(true);
});
