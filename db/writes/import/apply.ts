import { documentOf } from '@/lib/import/incoming';
import { nameOf, type Problem, type RecordKind } from '@/lib/import/problem';
import type { Preference } from '@/lib/import/resolve';
import { DAY_ZONE, formatDay, type Micros } from '@/lib/time';
import { database } from '../../client';
import { change } from '../change';
import type { Staging } from '../staging';
import { mergeCategory } from './categories';
import type { Change, ImportContext } from './context';
import { mergeGrid } from './grids';
import { joinPackages } from './joins';
import { mergePackages } from './packages';
import { prepare } from './prepare';
import { pruneRecords } from './prune';
import { renumber } from './renumber';
import { batches, walk } from './walk';
import { mergeWhole } from './whole';

interface Options {
  isDry: boolean;
  prefer: Preference;
  /** Kinds of which the source lists all records, so that others may be removed. */
  prunes: RecordKind[];
  now: Micros;
  /** Host or file name of the source, for the history. */
  source: string;
  /** Whether it is the first load of a catalogue, with which the history begins. */
  isSeed?: boolean;
  /** Hash of the source's name. */
  sha256: string;
  /** Called for each record once it is merged. */
  onChange: (change: Change) => void;
}

export interface Applied {
  counts: Record<RecordKind, Record<Change['action'], number>>;
  problems: Problem[];
  /** Changes to the catalogue as a whole, as text. */
  whole: string[];
}

/** Writes the staged documents to the catalogue, in one transaction. A dry run only reads. */
export function applyImport(staging: Staging, options: Options): Applied {
  if (options.isDry) {
    const none = () => undefined;
    const nothing = { record: none, touch: none, recorded: [], id: none };
    return database().transaction(() => merge(staging, options, nothing), { behavior: 'deferred' });
  }
  const { now, source, isSeed = false } = options;
  const comment = isSeed ? '' : `Import from ${source}`;
  return change({ actor: null, source: isSeed ? 'seed' : 'import', comment, now }, (it) =>
    merge(staging, options, it),
  );
}

function merge(staging: Staging, options: Options, change: ImportContext['change']): Applied {
  const problems = staging.listProblems();
  const context = prepare(staging, options, problems, change);
  if (!options.isDry) {
    database().run('pragma defer_foreign_keys = on');
    renumberAll(context);
  }
  const counts = emptyCounts();
  const report = (change: Change) => {
    counts[change.kind][change.action] += 1;
    options.onChange(change);
  };

  for (const document of walk(staging, 'category')) {
    const it = documentOf.category.parse(document);
    if (context.resolved.category.taken.has(it.id)) report(mergeCategory(it, context));
  }
  const packageGrids = mergeAllPackages(staging, context, report);
  const gridChanges = mergeAllGrids(staging, context, packageGrids);
  for (const change of gridChanges) report(change);
  for (const kind of options.prunes) {
    const { localIdOf } = context.resolved[kind];
    const present = new Set(staging.listIdentities(kind).map(({ id }) => localIdOf(id) ?? id));
    for (const change of pruneRecords(kind, present, context)) report(change);
  }
  const whole = finish(staging, options, context, counts);
  return { counts, problems, whole };
}

function renumberAll({ resolved, change }: ImportContext): void {
  const kinds: RecordKind[] = ['category', 'package', 'grid'];
  for (const kind of kinds) {
    for (const [id, localId] of resolved[kind].taken) {
      if (localId === undefined || localId === id) continue;
      renumber(kind, localId, id);
      // The old id has to be removed from the index.
      change.touch({ kind, id: localId });
    }
  }
}

interface PackageGrids {
  packageId: number;
  slug: string;
  createdAt: Micros;
  gridIds: number[];
}

/** Merges the packages and returns the grids that each one names, in its order. */
function mergeAllPackages(
  staging: Staging,
  context: ImportContext,
  report: (change: Change) => void,
): PackageGrids[] {
  const { taken, localIdOf } = context.resolved.package;
  const packageGrids: PackageGrids[] = [];
  for (const batch of batches(staging, 'package')) {
    const incoming = batch.map((document) => documentOf.package.parse(document));
    for (const { id, gridIds, columns } of incoming) {
      const packageId = localIdOf(id);
      if (packageId !== undefined)
        packageGrids.push({ packageId, slug: columns.slug, createdAt: columns.createdAt, gridIds });
    }
    const wanted = incoming.filter(({ id }) => taken.has(id));
    for (const change of mergePackages(wanted, context)) report(change);
    for (const it of wanted) reportReplacement(it, context);
  }
  return packageGrids;
}

function reportReplacement(
  { id, columns, whole }: ReturnType<typeof documentOf.package.parse>,
  { resolved, report }: ImportContext,
): void {
  const by = whole?.replacedById ?? null;
  if (by === null || resolved.package.localIdOf(by) !== undefined) return;
  const why = `its replacement, package ${by}, is neither here nor in the source`;
  report({ at: nameOf('package', id, columns.slug), why, isSkipped: false });
}

/** Merges the grids, then adds the packages that only links put into them. */
function mergeAllGrids(
  staging: Staging,
  context: ImportContext,
  packageGrids: PackageGrids[],
): Change[] {
  const { grid, package: packages } = context.resolved;
  const changes = new Map<number, Change>();
  const gridCreatedAt = new Map<number, Micros>();
  const linked: { gridId: number; packageId: number }[] = [];
  /** Grids whose own rows list their packages. */
  const whole = new Set<number>();
  for (const document of walk(staging, 'grid')) {
    const it = documentOf.grid.parse(document);
    const gridId = grid.localIdOf(it.id);
    if (gridId === undefined) continue;
    gridCreatedAt.set(gridId, it.columns.createdAt);
    const named = it.whole?.gridPackages.map(({ packageId }) => packageId) ?? it.packageIds;
    const absent = named.filter((id) => packages.localIdOf(id) === undefined);
    if (absent.length > 0) context.report(absentPackages(it.id, it.columns.slug, absent));
    if (grid.taken.has(it.id)) {
      changes.set(it.id, mergeGrid(it, context));
      if (it.whole) whole.add(gridId);
    }
    if (!it.whole) {
      for (const id of named) {
        const packageId = packages.localIdOf(id);
        if (packageId !== undefined) linked.push({ gridId, packageId });
      }
    }
  }
  const wanted = [...namedGrids(packageGrids, whole, context), ...linked];
  const createdOf = new Map(packageGrids.map(({ packageId, createdAt }) => [packageId, createdAt]));
  const joined = joinPackages(
    wanted,
    ({ gridId, packageId }) =>
      Math.max(createdOf.get(packageId) ?? 0, gridCreatedAt.get(gridId) ?? 0),
    context,
  );
  noteJoined(joined, changes, context);
  return [...changes.values()];
}

function absentPackages(id: number, slug: string, absent: number[]): Problem {
  const names = absent.slice(0, 5).join(', ') + (absent.length > 5 ? ', …' : '');
  const why = `${absent.length} of its packages are neither here nor in the source: ${names}`;
  return { at: nameOf('grid', id, slug), why, isSkipped: false };
}

/** Yields each grid that a package names, except grids that list their packages in full. */
function* namedGrids(
  packageGrids: PackageGrids[],
  whole: Set<number>,
  { resolved, report }: ImportContext,
) {
  for (const { packageId, slug, gridIds } of packageGrids) {
    const absent = gridIds.filter((id) => resolved.grid.localIdOf(id) === undefined);
    if (absent.length > 0) {
      const why = `its grid ${absent.join(', ')} is neither here nor in the source`;
      report({ at: nameOf('package', packageId, slug), why, isSkipped: false });
    }
    for (const id of gridIds) {
      const gridId = resolved.grid.localIdOf(id);
      if (gridId !== undefined && !whole.has(gridId)) yield { gridId, packageId };
    }
  }
}

function noteJoined(
  joined: { gridId: number; packageId: number }[],
  changes: Map<number, Change>,
  { before }: ImportContext,
): void {
  const sizes = new Map<number, number>();
  for (const { gridId } of joined) sizes.set(gridId, (sizes.get(gridId) ?? 0) + 1);
  for (const [id, size] of sizes) {
    const slug = before.grid.get(id)?.slug ?? '';
    const known = changes.get(id) ?? { kind: 'grid', id, slug, action: 'same', details: [] };
    const action = known.action === 'same' ? 'changed' : known.action;
    changes.set(id, { ...known, action, details: [...known.details, `packages: ${size} added`] });
  }
}

/** Merges the catalogue's own data. Returns the changes as text. */
function finish(
  staging: Staging,
  { now, sha256 }: Options,
  context: ImportContext,
  counts: Applied['counts'],
): string[] {
  const [document] = staging.listDocuments('catalogue', -1, 1);
  const it = document && documentOf.catalogue.parse(JSON.parse(document.document));
  const load = { sha256, day: formatDay(now, DAY_ZONE), loadedAt: now };
  const hasRecords = Object.values(counts).some(
    ({ added, same, changed }) => added + same + changed > 0,
  );
  return it !== undefined || hasRecords ? mergeWhole(it, load, context) : [];
}

function emptyCounts(): Applied['counts'] {
  const none = () => ({ added: 0, changed: 0, same: 0, removed: 0 });
  return { category: none(), package: none(), grid: none() };
}
