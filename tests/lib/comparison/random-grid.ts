import { database, type Database } from '@/db/client';
import { categories, cells, features, grids, gridPackages, packageSupport } from '@/db/schema';
import { insertPackage } from '@/db/writes/packages';
import { projectPackages } from '@/db/writes/projection';
import { MICROS_PER_DAY, parseTime } from '@/lib/time';
import type { Chance } from '@/tests/bench/random';
import { cells as cellTexts, cycles, ordered } from './ranked-words';

export const NOW = parseTime('2026-11-21T12:00:00Z', 'UTC') ?? 0;

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

const edited = { createdAt: NOW, modifiedAt: NOW };
const daysAgo = (days: number) => NOW - days * MICROS_PER_DAY;

/** Few different values, so that many are equal. */
const counts = [null, null, 0, 1, 5, 5, 12, 1000];
const times = [null, NOW, daysAgo(1), daysAgo(365), daysAgo(365) - 1, daysAgo(1000), daysAgo(1000)];
const activities = [null, [0], [0, 1], [3], [0, 0, 9], [1, 1, 1, 0]];
const titles = [
  'acme', 'Acme', 'ACME', 'Acme 2', 'Acme 10', 'acme-tools', 'Acme_Tools', 'acme.tools', 'Zebra', 'zebra', '[list]', '^caret',
  '_under', '~tilde', '"quoted"', "O'Hara & <b>", ' leading', 'ß and ä', 'éclair', '日本語', '100%', '\\back',
]; // prettier-ignore
const descriptions = [
  '',
  'Sends 100% of tasks.',
  'SENDS mail',
  'tasks_and_queues',
  'a\\b 日本',
  'x',
];

/** Search texts for such packages, in another case or with SQL wildcards. */
export const searches = ['acme', 'TOOLS', 'sends', '%', '_', '\\', '日本', 'nothing has this', "'"];

/** A grid of generated packages with many equal values. */
export function saveRandomGrid(chance: Chance, gridId: number) {
  return database().transaction((db) => fill(db, chance, gridId));
}

function fill(db: Transaction, chance: Chance, gridId: number) {
  const idsFrom = (length: number) => Array.from({ length }, (_, index) => gridId * 100 + index);
  const packageIds = idsFrom(chance.whole(1, 24, 0.7));
  const featureIds = idsFrom(chance.whole(0, 5));

  db.insert(categories)
    .values({ id: 1, slug: 'apps', title: 'App', titlePlural: 'Apps', description: '', ...edited })
    .onConflictDoNothing()
    .run();
  db.insert(grids)
    .values({ id: gridId, slug: `grid-${gridId}`, title: 'Grid', ...edited })
    .run();
  for (const id of featureIds) {
    db.insert(features)
      .values({ id, gridId, title: `Feature ${id}`, ...edited })
      .run();
  }
  for (const id of packageIds) savePackage(db, chance, id);
  projectPackages(packageIds);
  // Not in the order of their ids.
  for (const id of chance.sample(packageIds, packageIds.length)) {
    saveMember(db, chance, { gridId, packageId: id, featureIds });
  }
  return { gridId, packageIds, featureIds };
}

function savePackage(db: Transaction, chance: Chance, id: number): void {
  const maybe = <Item>(items: readonly Item[]) =>
    chance.isLucky(0.25) ? null : chance.pick(items);
  insertPackage({
    id,
    slug: `package-${id}`,
    title: chance.pick(titles),
    categoryId: 1,
    repoDescription: chance.pick(descriptions),
    repoWatchers: chance.pick(counts),
    repoForks: chance.pick(counts),
    usageCount: chance.pick(counts),
    pypiDownloadRank: chance.pick(counts),
    commitCount: chance.pick(counts),
    lastCommitAt: chance.pick(times),
    lastReleaseAt: chance.pick(times),
    lastReleasePrecision: chance.pick(['time', 'day', 'month']),
    commitsOver52: year(chance.pick(activities)),
    developmentStatus: maybe([1, 2, 3, 4, 5, 5, 5, 6, 7]),
    requiresPython: maybe(ordered.requires_python),
    licence: maybe(ordered.licence),
    documentationUrl: maybe([...ordered.documentation_url, 'javascript:alert(1)']),
    snapshotAt: chance.isLucky(0.8) ? NOW : null,
    isDeprecated: chance.isLucky(0.2),
    isArchived: chance.isLucky(0.2),
    ...edited,
  });
  for (const product of ['django', 'python'] as const) {
    for (const cycle of chance.sample(cycles, chance.whole(0, 4))) {
      db.insert(packageSupport).values({ packageId: id, product, cycle }).run();
    }
  }
}

interface Member {
  gridId: number;
  packageId: number;
  featureIds: number[];
}

function saveMember(db: Transaction, chance: Chance, { gridId, packageId, featureIds }: Member) {
  const { id: gridPackageId } = db
    .insert(gridPackages)
    .values({ gridId, packageId, createdAt: NOW })
    .returning({ id: gridPackages.id })
    .get();
  for (const featureId of featureIds.filter(() => chance.isLucky(0.75))) {
    const { text } = chance.pick(cellTexts);
    db.insert(cells)
      .values({ gridId, featureId, gridPackageId, text, ...edited })
      .run();
  }
}

/** 52 weeks ending with these. */
function year(last: number[] | null): number[] | null {
  return last && [...Array.from({ length: 52 - last.length }, () => 0), ...last];
}
