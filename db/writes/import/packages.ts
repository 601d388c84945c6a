import { and, eq, notInArray, sql } from 'drizzle-orm';
import { difference, isSame, isUnknown } from '@/lib/transfer/import/difference';
import type { IncomingPackage } from '@/lib/transfer/import/incoming';
import { nameOf } from '@/lib/transfer/import/problem';
import { formatDay, DAY_ZONE } from '@/lib/time';
import { database } from '../../client';
import { listPackageFacts, type PackageFactsRow } from '../../queries/facts';
import { packageExamples, packages, packageSupport, versions } from '../../schema';
import { saveNewestRelease } from '../newest-release';
import type { Change, ImportContext } from './context';
import { mergeFormerSlugs } from './former-slugs';
import { rowParts, type Part } from './rows';

type NewPackage = typeof packages.$inferInsert;
type Columns = Partial<NewPackage>;

/** Brings some packages to what a source says of them, and tells what that changes. */
export function mergePackages(incoming: IncomingPackage[], context: ImportContext): Change[] {
  const { taken } = context.resolved.package;
  const localIds = incoming.flatMap((it) => taken.get(it.id) ?? []);
  // A record that took on another number has it already, unless nothing is written.
  const stored = incoming.flatMap((it) => {
    const localId = taken.get(it.id);
    return localId === undefined ? [] : context.isDry ? localId : it.id;
  });
  const rows = new Map(listPackageFacts(stored).map((row, index) => [localIds[index], row]));
  return incoming.map((it) => mergePackage(it, rows.get(taken.get(it.id)), context));
}

function mergePackage(
  it: IncomingPackage,
  row: PackageFactsRow | undefined,
  context: ImportContext,
): Change {
  const { slug } = it.columns;
  const before = context.before.package.get(context.resolved.package.taken.get(it.id) ?? -1);
  // Its slug or repository may have been parked for another record's sake.
  const local = row && { ...row, ...(before && { slug: before.slug, repoUrl: before.repoUrl }) };
  const columns = settle(it, local, context);
  const found = difference(local ?? {}, local ? columns : {});
  const parts = childChanges(it, local, context);
  const renumbered = before && before.id !== it.id ? [`id: ${before.id} → ${it.id}`] : [];
  const details = [...renumbered, ...found.details, ...parts.map(({ detail }) => detail)];
  if (local && details.length === 0)
    return { kind: 'package', id: it.id, slug, action: 'same', details };

  if (local && context.prefer === 'local' && before && before.modifiedAt > it.columns.modifiedAt) {
    const day = formatDay(local.modifiedAt, DAY_ZONE);
    context.report({
      at: nameOf('package', it.id, slug),
      why: `was edited here later, on ${day}; it stays as it is here (${details.join('; ')})`,
      isLeftOut: true,
    });
    const action = renumbered.length > 0 ? 'changed' : 'same';
    if (action === 'changed') context.touched.package.add(it.id);
    return { kind: 'package', id: it.id, slug: local.slug, action, details: renumbered };
  }

  context.touched.package.add(it.id);
  noteHost(it, columns, found.changed, local === undefined, context);
  if (!context.isDry) {
    if (local) update(it.id, columns, found.changed);
    else insert(it.id, columns);
    for (const { write } of parts) write();
    pointToLatest(it);
    saveNewestRelease(it.id);
  }
  return { kind: 'package', id: it.id, slug, action: local ? 'changed' : 'added', details };
}

const stars = ['repoWatchers', 'repoForks', 'repoFiguresAt', 'repoFiguresSource'] as const;
const commits = [
  'commitsOver52',
  'commitsAsOf',
  'commitCount',
  'lastCommitAt',
  'lastFetchedAt',
  'participants',
  'figuresFrom',
] as const;

/** The columns as they should be: what the source says, but for what is better known here. */
function settle(
  it: IncomingPackage,
  local: PackageFactsRow | undefined,
  context: ImportContext,
): Columns {
  const { category, package: known } = context.resolved;
  const columns: Columns = {
    ...it.columns,
    // What has no category here was left out before.
    categoryId: category.localIdOf(it.categoryId) ?? it.categoryId,
  };
  if (it.whole) {
    const by = it.whole.replacedById;
    const replacedById = by === null ? null : (known.localIdOf(by) ?? null);
    columns.replacedById = replacedById === it.id ? null : replacedById;
  } else {
    if (local) dropUnknown(columns, local);
    nameSource(it, columns, local);
  }
  if (local && context.prefer === 'local') {
    if (isOlder(columns.repoFiguresAt, local.repoFiguresAt)) drop(columns, stars);
    if (isOlder(columns.lastFetchedAt, local.lastFetchedAt)) drop(columns, commits);
  }
  return columns;
}

function drop(columns: Columns, keys: readonly (keyof Columns)[]): void {
  for (const key of keys) Reflect.deleteProperty(columns, key);
}

const isOlder = (there: number | null | undefined, here: number | null) =>
  typeof there === 'number' && here !== null && there < here;

/** What a host without facts does not know stays as it is known here. */
function dropUnknown(columns: Columns, local: PackageFactsRow): void {
  const known = new Map(Object.entries(local));
  for (const [key, value] of Object.entries(columns)) {
    if (isUnknown(value) && !isUnknown(known.get(key))) Reflect.deleteProperty(columns, key);
  }
}

/** A document without facts says when its figures were fetched, and not from where: from its host. */
function nameSource(
  it: IncomingPackage,
  columns: Columns,
  local: PackageFactsRow | undefined,
): void {
  const source = sourceOf(it.host);
  const differs = (keys: readonly (keyof typeof it.columns)[]) =>
    keys.some((key) => columns[key] !== undefined && !isSame(columns[key], local?.[key] ?? null));
  const asOf = it.columns.lastFetchedAt;
  if (
    !isUnknown(columns.repoWatchers ?? columns.repoForks) &&
    differs(['repoWatchers', 'repoForks'])
  ) {
    Object.assign(columns, { repoFiguresAt: asOf, repoFiguresSource: source });
  }
  if (!isUnknown(columns.commitsOver52) && differs(['commitsOver52'])) {
    Object.assign(columns, { commitsAsOf: asOf, figuresFrom: source });
  }
}

/** The key of a host among the sources. */
function sourceOf(host: string | undefined): string {
  return `API of ${host ?? 'another site'}`;
}

function noteHost(
  it: IncomingPackage,
  columns: Columns,
  changed: Set<string>,
  isNew: boolean,
  { hosts }: ImportContext,
): void {
  const source = sourceOf(it.host);
  const isUsed =
    (columns.repoFiguresSource === source && (isNew || changed.has('repoFiguresSource'))) ||
    (columns.figuresFrom === source && (isNew || changed.has('figuresFrom')));
  if (isUsed && it.whole === undefined) hosts.add(source);
}

function insert(id: number, columns: Columns): void {
  const { slug = '', title = '', categoryId = 0, createdAt = 0, modifiedAt = 0 } = columns;
  park(id, columns);
  database()
    .insert(packages)
    .values({ ...columns, id, slug, title, categoryId, createdAt, modifiedAt })
    .run();
}

function update(id: number, columns: Columns, changed: Set<string>): void {
  const wanted = Object.fromEntries(Object.entries(columns).filter(([key]) => changed.has(key)));
  if (changed.size === 0) return;
  park(id, columns);
  database().update(packages).set(wanted).where(eq(packages.id, id)).run();
}

/** Takes a slug and a repository off a record that gets others later in this import. */
function park(id: number, { slug, repoUrl }: Columns): void {
  const { $client: client } = database();
  client.prepare(`update packages set slug = '~' || id where slug = ? and id <> ?`).run(slug, id);
  if (typeof repoUrl === 'string') {
    client
      .prepare('update packages set repo_url = null where repo_url = ? and id <> ?')
      .run(repoUrl, id);
  }
}

/** What changes in the rows that belong to a package. */
function childChanges(
  it: IncomingPackage,
  local: PackageFactsRow | undefined,
  context: ImportContext,
): Part[] {
  const former = mergeFormerSlugs('package', it, local, context);
  if (!it.whole)
    return [
      ...versionParts(it.id, latestAlone(it, local), local, false),
      ...latestPart(it, local),
      ...former,
    ];
  const { examples } = it.whole;
  return [
    ...versionParts(it.id, versionsOf(it, local), local, context.isPruning),
    ...latestPart(it, local),
    ...supportPart(it.id, 'django', it.whole.djangoVersions, local?.djangoVersions ?? null),
    ...supportPart(it.id, 'python', it.whole.pythonVersions, local?.pythonVersions ?? null),
    ...exampleParts(it.id, examples, local, context.isPruning),
    ...former,
  ];
}

type IncomingVersion = Omit<typeof versions.$inferInsert, 'packageId'>;

/** A host without facts names one version and no more of it. */
function latestAlone(it: IncomingPackage, local: PackageFactsRow | undefined): IncomingVersion[] {
  const number = it.latestVersion;
  const isKnown = local?.versions.some((version) => version.number === number) === true;
  return number === null || isKnown ? [] : [{ number, source: 'pypi' }];
}

function versionsOf(it: IncomingPackage, local: PackageFactsRow | undefined): IncomingVersion[] {
  const listed = it.whole?.versions ?? [];
  const isListed = listed.some(({ number }) => number === it.latestVersion);
  return isListed ? listed : [...listed, ...latestAlone(it, local)];
}

function versionParts(
  packageId: number,
  wanted: IncomingVersion[],
  local: PackageFactsRow | undefined,
  isPruning: boolean,
): Part[] {
  const known = new Map(local?.versions.map((it) => [it.number, it]));
  const added = wanted.filter(({ number }) => !known.has(number));
  const changed = wanted.flatMap((it) => {
    const row = known.get(it.number);
    // It keeps the number of its row here.
    const own = { ...it, id: row?.id ?? 0 };
    return row && difference(row, own).changed.size > 0 ? own : [];
  });
  const names = new Set(wanted.map(({ number }) => number));
  const gone = isPruning ? [...known.values()].filter(({ number }) => !names.has(number)) : [];
  return rowParts('releases', versions, { added, changed, gone }, (row, id) => {
    database()
      .insert(versions)
      .values({ ...row, id, packageId })
      .run();
  });
}

type IncomingExample = Omit<typeof packageExamples.$inferInsert, 'packageId'>;

function exampleParts(
  packageId: number,
  wanted: IncomingExample[],
  local: PackageFactsRow | undefined,
  isPruning: boolean,
): Part[] {
  const own = local?.examples ?? [];
  const twinOf = (it: IncomingExample) =>
    own.find(({ id }) => id === it.id) ?? own.find(({ url }) => url === it.url);
  const added = wanted.filter((it) => !twinOf(it));
  const changed = wanted.flatMap((it) => {
    const row = twinOf(it);
    const wantedRow = { ...it, id: row?.id ?? 0 };
    return row && difference(row, wantedRow).changed.size > 0 ? wantedRow : [];
  });
  const kept = new Set(wanted.map((it) => twinOf(it)?.id));
  // What awaits moderation is not handed out, so that its absence says nothing.
  const gone = isPruning ? own.filter((it) => it.isActive === true && !kept.has(it.id)) : [];
  return rowParts('examples', packageExamples, { added, changed, gone }, (row, id) => {
    database()
      .insert(packageExamples)
      .values({ ...row, id, packageId })
      .run();
  });
}

function supportPart(
  packageId: number,
  product: 'django' | 'python',
  wanted: string[] | null,
  local: string[] | null,
): Part[] {
  const known = (cycles: string[] | null) => [...new Set(cycles ?? [])].sort();
  const cycles = known(wanted);
  if (isSame(cycles, known(local))) return [];
  const { details } = difference(
    { [`${product}_versions`]: local },
    { [`${product}_versions`]: wanted },
  );
  const own = and(eq(packageSupport.packageId, packageId), eq(packageSupport.product, product));
  const write = () => {
    const db = database();
    const others = cycles.length > 0 ? and(own, notInArray(packageSupport.cycle, cycles)) : own;
    db.delete(packageSupport).where(others).run();
    for (const cycle of cycles) {
      db.insert(packageSupport).values({ packageId, product, cycle }).onConflictDoNothing().run();
    }
  };
  return [{ detail: details.join(''), write }];
}

function latestPart(it: IncomingPackage, local: PackageFactsRow | undefined): Part[] {
  const here = local?.latestVersion ?? null;
  const isKept = it.latestVersion === null && it.whole === undefined;
  if (isKept || here === it.latestVersion) return [];
  const { details } = difference({ pypi_version: here }, { pypi_version: it.latestVersion });
  return [
    {
      detail: details.join(''),
      write: () => {
        pointToLatest(it);
      },
    },
  ];
}

/** The latest version is a row that may have come in just now. */
function pointToLatest({ id, latestVersion, whole }: IncomingPackage): void {
  if (latestVersion === null && whole === undefined) return;
  const version =
    latestVersion === null
      ? null
      : sql`(select id from versions where package_id = ${id} and number = ${latestVersion})`;
  database().update(packages).set({ latestVersionId: version }).where(eq(packages.id, id)).run();
}
