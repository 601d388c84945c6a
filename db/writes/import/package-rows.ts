import { and, eq, sql } from 'drizzle-orm';
import { now } from '@/lib/time';
import { difference, isSame } from '@/lib/import/difference';
import type { IncomingPackage } from '@/lib/import/incoming/package';
import { database, prepared } from '../../client';
import { compareVersions } from '@/lib/package/versions';
import type { PackageMetadataRow } from '@/db/queries/metadata';
import { packageExamples, packages, packageSupport, versions } from '../../schema';
import { insertRows } from '../insert-rows';
import type { ImportContext } from './context';
import { mergeFormerSlugs } from './former-slugs';
import { isOlder } from './package-columns';
import { weekParts } from './package-weeks';
import { rowParts, type Part } from './rows';

/** Changes to the rows that belong to a package. */
export function packageParts(
  it: IncomingPackage,
  local: PackageMetadataRow | undefined,
  context: ImportContext,
): Part[] {
  const former = mergeFormerSlugs('package', it, local, context);
  if (!it.whole)
    return [
      ...versionParts(it.id, latestAlone(it, local), local, takenBack(it, local)),
      ...latestPart(it, local),
      ...weekParts(it, local),
      ...former,
    ];
  const { examples } = it.whole;
  return [
    ...versionParts(it.id, versionsOf(it, local), local, withdrawn(it, local, context)),
    ...latestPart(it, local),
    ...supportPart(it.id, 'django', it.whole.djangoVersions, local?.djangoVersions ?? null),
    ...supportPart(it.id, 'python', it.whole.pythonVersions, local?.pythonVersions ?? null),
    ...exampleParts(it.id, examples, local, context.isPruning),
    ...weekParts(it, local),
    ...former,
  ];
}

type IncomingVersion = Omit<typeof versions.$inferInsert, 'packageId'>;

/** A host without facts gives only the number of one version. */
function latestAlone(
  it: IncomingPackage,
  local: PackageMetadataRow | undefined,
): IncomingVersion[] {
  const number = it.latestVersion;
  const isKnown = local?.versions.some((version) => version.number === number) === true;
  return number === null || isKnown ? [] : [{ number, source: 'pypi' }];
}

/** Versions that a host without facts no longer reports: it now names a lower version, and no other source has the higher one. */
function takenBack({ latestVersion: now }: IncomingPackage, local: PackageMetadataRow | undefined) {
  return (local?.versions ?? []).filter(
    ({ number, source, releasedAt }) =>
      number === local?.latestVersion &&
      source === 'pypi' &&
      releasedAt === null &&
      now !== null &&
      compareVersions(now, number) < 0,
  );
}

function versionsOf(it: IncomingPackage, local: PackageMetadataRow | undefined): IncomingVersion[] {
  const listed = it.whole?.versions ?? [];
  const isListed = listed.some(({ number }) => number === it.latestVersion);
  return isListed ? listed : [...listed, ...latestAlone(it, local)];
}

/**
 * Local releases that are gone from the source: missing from a complete list that has others of their kind (tags or PyPI files). A list
 * older than the local data removes none.
 */
function withdrawn(
  it: IncomingPackage,
  local: PackageMetadataRow | undefined,
  { isPruning, prefer }: ImportContext,
) {
  const listed = versionsOf(it, local);
  const numbers = new Set(listed.map(({ number }) => number));
  const missing = local?.versions.filter(({ number }) => !numbers.has(number)) ?? [];
  if (isPruning) return missing;
  const isOld =
    prefer === 'local' && isOlder(it.columns.lastFetchedAt, local?.lastFetchedAt ?? null);
  if (it.whole?.hasAllVersions !== true || isOld) return [];
  const kinds = new Set(it.whole.versions.map(({ source }) => source));
  return missing.filter(({ source }) => kinds.has(source));
}

function versionParts(
  packageId: number,
  wanted: IncomingVersion[],
  local: PackageMetadataRow | undefined,
  gone: { id: number }[],
): Part[] {
  const known = new Map(local?.versions.map((it) => [it.number, it]));
  const added = wanted.filter(({ number }) => !known.has(number));
  const changed = wanted.flatMap((it) => {
    const row = known.get(it.number);
    // It keeps its local row id and the time when this site first saw it.
    const own = { ...it, id: row?.id ?? 0, firstSeenAt: row?.firstSeenAt };
    return row && difference(row, own).changed.size > 0 ? own : [];
  });
  return rowParts('releases', versions, { added, changed, gone }, (row, id) => {
    return { ...row, id, packageId, firstSeenAt: row.firstSeenAt ?? now() };
  });
}

type IncomingExample = Omit<typeof packageExamples.$inferInsert, 'packageId'>;

function exampleParts(
  packageId: number,
  wanted: IncomingExample[],
  local: PackageMetadataRow | undefined,
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
  // Sources don't publish examples that await moderation, so their absence means nothing.
  const gone = isPruning ? own.filter((it) => it.isActive === true && !kept.has(it.id)) : [];
  return rowParts('examples', packageExamples, { added, changed, gone }, (row, id) => {
    return { ...row, id, packageId };
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
    if (known(local).length > 0) db.delete(packageSupport).where(own).run();
    const rows = cycles.map((cycle) => ({ packageId, product, cycle }));
    insertRows(packageSupport, rows);
  };
  return [{ detail: details.join(''), write }];
}

function latestPart(it: IncomingPackage, local: PackageMetadataRow | undefined): Part[] {
  const here = local?.latestVersion ?? null;
  const isKept = it.latestVersion === null && it.whole === undefined;
  if (isKept || here === it.latestVersion) return [];
  const { details } = difference({ pypi_version: here }, { pypi_version: it.latestVersion });
  const write = () => {
    point().run({ packageId: it.id, number: it.latestVersion });
  };
  return [{ detail: details.join(''), write }];
}

/** Stores which version is the latest; its row may just have been inserted. */
const point = prepared((db) => {
  const [packageId, number] = [sql.placeholder('packageId'), sql.placeholder('number')];
  const version = sql`(select id from versions where package_id = ${packageId} and number = ${number})`;
  return db
    .update(packages)
    .set({ latestVersionId: version })
    .where(eq(packages.id, packageId))
    .prepare();
});
