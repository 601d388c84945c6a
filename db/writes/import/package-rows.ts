import { and, eq, notInArray, sql } from 'drizzle-orm';
import { difference, isSame } from '@/lib/transfer/import/difference';
import type { IncomingPackage } from '@/lib/transfer/import/incoming/package';
import { database } from '../../client';
import type { PackageFactsRow } from '../../queries/facts';
import { packageExamples, packages, packageSupport, versions } from '../../schema';
import type { ImportContext } from './context';
import { mergeFormerSlugs } from './former-slugs';
import { rowParts, type Part } from './rows';

/** What changes in the rows that belong to a package. */
export function packageParts(
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
export function pointToLatest({ id, latestVersion, whole }: IncomingPackage): void {
  if (latestVersion === null && whole === undefined) return;
  const version =
    latestVersion === null
      ? null
      : sql`(select id from versions where package_id = ${id} and number = ${latestVersion})`;
  database().update(packages).set({ latestVersionId: version }).where(eq(packages.id, id)).run();
}
