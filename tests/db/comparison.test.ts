import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid, listGrids } from '@/db/queries/grids';
import { findPackage } from '@/db/queries/packages';
import { packages, packageSupport } from '@/db/schema';
import { compareVersions } from '@/lib/package/versions';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const websockets = () => findGrid('websockets')?.id ?? 0;
const compared = (slug: string) =>
  listComparedPackages(websockets()).find((it) => it.slug === slug);

test('a grid compares all its packages: the active ones first, by stars, unknown ones last', () => {
  expect(listComparedPackages(websockets()).map((it) => [it.title, it.stars])).toEqual([
    ['Channels', 6352],
    ['Daphne', 2673],
    ['django-socketio', 1289],
    ['Django Websocket Redis', 898],
    ['channels_redis', 438],
    ['django-eventstream', 378],
    ['django-private-chat2', 150],
    ['Django Channels Rest Framework', null],
    ['django-sockpuppet', null],
    ['SwampDragon', null],
    ['django-private-chat', 419],
  ]);
});

test('a package has its own values', () => {
  const it = findPackage('channels')?.package;
  expect(compared('channels')).toMatchObject({
    id: it?.id,
    title: 'Channels',
    description: it?.repoDescription,
    forks: it?.repoForks,
    starsAt: it?.repoFiguresAt,
    usageCount: it?.usageCount,
    downloadRank: it?.pypiDownloadRank,
    lastCommitAt: it?.lastCommitAt,
    lastReleaseAt: it?.lastReleaseAt,
    commitsOver52: it?.commitsOver52,
    developmentStatus: it?.developmentStatus,
    requiresPython: it?.requiresPython,
    licence: it?.licence,
  });
});

test('a deprecated package says so', () => {
  expect(compared('django-private-chat')).toMatchObject({ isDeprecated: true, isArchived: false });
});

test('declared Django and Python versions are sorted ascending', () => {
  for (const product of ['django', 'python'] as const) {
    const named = database()
      .select({ cycle: packageSupport.cycle })
      .from(packageSupport)
      .innerJoin(packages, eq(packages.id, packageSupport.packageId))
      .where(and(eq(packages.slug, 'channels'), eq(packageSupport.product, product)))
      .all()
      .map(({ cycle }) => cycle);
    expect(named.length).toBeGreaterThan(1);
    const { djangoVersions, pythonVersions } = compared('channels') ?? {};
    const shown = product === 'django' ? djangoVersions : pythonVersions;
    expect(shown).toEqual(named.sort(compareVersions));
  }
});

test('unchecked classifiers are unknown, and classifiers without versions an empty list', () => {
  const facts = (snapshotAt: number | null) => {
    database().update(packages).set({ snapshotAt }).where(eq(packages.slug, 'daphne')).run();
    const { djangoVersions, pythonVersions } = compared('daphne') ?? {};
    return { djangoVersions, pythonVersions };
  };
  const { id } = findPackage('daphne')?.package ?? { id: 0 };
  database().delete(packageSupport).where(eq(packageSupport.packageId, id)).run();
  expect(facts(null)).toEqual({ djangoVersions: null, pythonVersions: null });
  expect(facts(1)).toEqual({ djangoVersions: [], pythonVersions: [] });
});

test('the features of a grid are in the order they were added', () => {
  const features = listFeatures(websockets());
  expect(features).toHaveLength(11);
  const ids = features.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
});

test('every filled cell belongs to a feature and a package of its grid', () => {
  let filled = 0;
  for (const { slug } of listGrids('title', { limit: 100, offset: 0 })) {
    const id = findGrid(slug)?.id ?? 0;
    const featureIds = new Set(listFeatures(id).map((it) => it.id));
    const packageIds = new Set(listComparedPackages(id).map((it) => it.id));
    const cells = listCells(id);
    filled += cells.length;
    expect(cells.every((it) => featureIds.has(it.featureId))).toBe(true);
    expect(cells.every((it) => packageIds.has(it.packageId))).toBe(true);
  }
  expect(filled).toBe(1530);
});

test('a cell has its text and source', () => {
  const [feature] = listFeatures(websockets());
  const packageId = compared('channels')?.id ?? 0;
  const commit = findPackage('channels')?.package.snapshotCommit ?? '';
  expect(listCells(websockets())).toContainEqual({
    featureId: feature?.id,
    packageId,
    text: 'yes',
    evidence: {
      text: 'channels/auth.py:14',
      href: `https://github.com/django/channels/blob/${commit}/channels/auth.py#L14`,
    },
  });
});

test('an unknown grid is empty', () => {
  expect(listComparedPackages(0)).toEqual([]);
  expect(listFeatures(0)).toEqual([]);
  expect(listCells(0)).toEqual([]);
});
