import { eq } from 'drizzle-orm';
import { difference } from '@/lib/import/difference';
import type { IncomingGrid } from '@/lib/import/incoming/grid';
import { database } from '../../client';
import { listGridMetadata, type GridMetadataRow } from '@/db/queries/metadata';
import { cells, features, grids, gridPackages } from '../../schema';
import type { Change, ImportContext } from './context';
import { claimSlug } from './identity';
import { mergeFormerSlugs } from './former-slugs';
import { outcomeOf, matchOf } from './outcome';
import { rowParts, type Part } from './rows';

/** Merges a grid and its table from the source and returns the change. */
export function mergeGrid(it: IncomingGrid, context: ImportContext): Change {
  const { before, storedId } = matchOf('grid', it.id, context);
  const [row] = storedId === undefined ? [] : listGridMetadata([storedId]);
  const local = row && { ...row, slug: before?.slug ?? row.slug };

  const found = difference(local ?? {}, local ? it.columns : {});
  const parts = [
    ...mergeFormerSlugs('grid', it, local, context),
    ...gridPackageParts(it, local, context),
    ...tableParts(it, local, context),
  ];
  const details = [...found.details, ...parts.map(({ detail }) => detail)];
  const { change, isTaken } = outcomeOf('grid', it, local, details, context);
  if (change.action !== 'same') context.change.touch({ kind: 'grid', id: it.id });
  if (isTaken) {
    context.change.record([{ kind: 'grid', id: it.id }], () => {
      saveColumns(it, local !== undefined, found.changed);
      for (const { write } of parts) write();
    });
  }
  return change;
}

function saveColumns({ id, columns }: IncomingGrid, isHere: boolean, changed: Set<string>): void {
  const db = database();
  if (isHere && changed.size === 0) return;
  claimSlug('grid', columns.slug, id);
  if (isHere) db.update(grids).set(columns).where(eq(grids.id, id)).run();
  else
    db.insert(grids)
      .values({ ...columns, id })
      .run();
}

/** The packages of the grid in the source that exist here after the import, with local package ids. */
function wantedGridPackages(it: IncomingGrid, { resolved }: ImportContext) {
  const seen = new Set<number>();
  return (it.whole?.gridPackages ?? []).flatMap((member) => {
    const packageId = resolved.package.localIdOf(member.packageId);
    if (packageId === undefined || seen.has(packageId)) return [];
    seen.add(packageId);
    return { ...member, packageId };
  });
}

/**
 * The source's cells whose packages exist here after the import, with local package ids. Two packages of the source may be one package
 * here; if both have a cell for a feature, the first one is used.
 */
function wantedCells(it: IncomingGrid, { resolved }: ImportContext) {
  const seen = new Set<string>();
  return (it.whole?.cells ?? []).flatMap((cell) => {
    const packageId = resolved.package.localIdOf(cell.packageId);
    const place = `${cell.featureId} ${packageId ?? ''}`;
    if (packageId === undefined || seen.has(place)) return [];
    seen.add(place);
    return { ...cell, packageId };
  });
}

function gridPackageParts(
  it: IncomingGrid,
  local: GridMetadataRow | undefined,
  context: ImportContext,
): Part[] {
  if (!it.whole) return [];
  const known = new Map(local?.gridPackages.map((member) => [member.packageId, member]));
  const wanted = wantedGridPackages(it, context);
  const added = wanted.filter(({ packageId }) => !known.has(packageId));
  const changed = wanted.flatMap((member) => {
    const row = known.get(member.packageId);
    return row && row.createdAt !== member.createdAt ? { ...member, id: row.id } : [];
  });
  const named = new Set(wanted.map(({ packageId }) => packageId));
  const gone = context.isPruning
    ? [...known.values()].filter(({ packageId }) => !named.has(packageId))
    : [];
  for (const { packageId } of [...added, ...gone]) {
    context.change.touch({ kind: 'package', id: packageId });
  }
  return rowParts('packages', gridPackages, { added, changed, gone }, (row, id) => {
    return { ...row, id, gridId: it.id };
  });
}

/** Changes to features and cells. Features are matched by id within the grid, or else by title. */
function tableParts(
  it: IncomingGrid,
  local: GridMetadataRow | undefined,
  context: ImportContext,
): Part[] {
  if (!it.whole) return [];
  const twins = matchFeatures(it.whole.features, local?.features ?? []);
  const addedFeatures = it.whole.features.filter(({ id }) => !twins.has(id));
  const changedFeatures = it.whole.features.flatMap((feature) => {
    const row = twins.get(feature.id);
    const wanted = { ...feature, id: row?.id ?? 0 };
    return row && difference(row, wanted).changed.size > 0 ? wanted : [];
  });
  const keptFeatures = new Set([...twins.values()].map(({ id }) => id));
  const goneFeatures = context.isPruning
    ? (local?.features ?? []).filter(({ id }) => !keptFeatures.has(id))
    : [];

  /** Local feature ids by source id; those of new features are added when they are written. */
  const featureIds = new Map([...twins].map(([id, row]) => [id, row.id]));
  const keyOf = (featureId: number | undefined, packageId: number | undefined) =>
    `${featureId ?? ''} ${packageId ?? ''}`;
  const known = new Map(local?.cells.map((row) => [keyOf(row.featureId, row.packageId), row]));
  const wanted = wantedCells(it, context).map((cell) => ({
    ...cell,
    key: keyOf(featureIds.get(cell.featureId), cell.packageId),
  }));
  const added = wanted.filter(({ key }) => !known.has(key));
  const changed = wanted.flatMap(({ key, text, evidence, createdAt, modifiedAt }) => {
    const row = known.get(key);
    const cell = { text, evidence, createdAt, modifiedAt };
    return row && difference(row, cell).changed.size > 0 ? { ...cell, id: row.id } : [];
  });
  const named = new Set(wanted.map(({ key }) => key));
  const gone = context.isPruning
    ? [...known].filter(([key]) => !named.has(key)).map(([, row]) => row)
    : [];
  // Packages are found by the text of their cells too.
  for (const { packageId } of [...added, ...gone]) {
    context.change.touch({ kind: 'package', id: packageId });
  }

  const featureRows = { added: addedFeatures, changed: changedFeatures, gone: goneFeatures };
  const gridPackageIdOf = gridPackageFinder(it.id);
  return [
    ...rowParts('features', features, featureRows, (row, id) => {
      featureIds.set(row.id, id);
      return { ...row, id, gridId: it.id };
    }),
    ...rowParts('cells', cells, { added, changed, gone }, ({ packageId, ...row }, id) => {
      const gridPackageId = gridPackageIdOf(packageId);
      const featureId = featureIds.get(row.featureId);
      if (gridPackageId === undefined || featureId === undefined) return [];
      return { ...row, id, gridId: it.id, featureId, gridPackageId };
    }),
  ];
}

interface FeatureTitle {
  id: number;
  title: string;
}

function matchFeatures<Row extends FeatureTitle>(wanted: FeatureTitle[], rows: Row[]) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const matched = new Map<number, Row>();
  for (const { id } of wanted) {
    const row = byId.get(id);
    if (row) matched.set(id, row);
  }
  const used = new Set([...matched.values()]);
  for (const { id, title } of wanted.filter((it) => !matched.has(it.id))) {
    const row = rows.find((it) => it.title === title && !used.has(it));
    if (!row) continue;
    matched.set(id, row);
    used.add(row);
  }
  return matched;
}

/** Returns a function that finds the row of a package in the grid. Reads the rows on first use, since they may just have been inserted. */
function gridPackageFinder(gridId: number): (packageId: number) => number | undefined {
  let known: Map<number, number> | undefined;
  return (packageId) => {
    known ??= new Map(
      database()
        .select({ id: gridPackages.id, packageId: gridPackages.packageId })
        .from(gridPackages)
        .where(eq(gridPackages.gridId, gridId))
        .all()
        .map((it) => [it.packageId, it.id]),
    );
    return known.get(packageId);
  };
}
