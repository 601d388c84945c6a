import { eq } from 'drizzle-orm';
import { difference } from '@/lib/import/difference';
import type { IncomingGrid } from '@/lib/import/incoming/grid';
import type { GridMetadataRow } from '@/db/queries/metadata';
import { database } from '../../client';
import { cells, features, gridPackages } from '../../schema';
import type { ImportContext } from './context';
import type { LocalEdits } from './local-edits';
import { rowParts, type Part } from './rows';

/** Changes to features and cells. Features are matched by id within the grid, or else by title. */
export function tableParts(
  it: IncomingGrid,
  local: GridMetadataRow | undefined,
  edits: LocalEdits,
  context: ImportContext,
): Part[] {
  if (!it.whole) return [];
  const twins = matchFeatures(it.whole.features, local?.features ?? []);
  /** Local feature ids by source id; those of new features are added when they are written. */
  const featureIds = new Map([...twins].map(([id, row]) => [id, row.id]));
  const featureRows = compareFeatures(it.whole.features, { it, local, edits, context, twins });
  const compared = compareCells(wantedCells(it, context), {
    it,
    local,
    edits,
    context,
    featureIds,
  });
  // Packages are found by the text of their cells too.
  for (const id of compared.packageIds) context.change.touch({ kind: 'package', id });
  const gridPackageIdOf = gridPackageFinder(it.id);
  return [
    ...rowParts('features', features, featureRows, (row, id) => {
      featureIds.set(row.id, id);
      return { ...row, id, gridId: it.id };
    }),
    ...rowParts('cells', cells, compared.rows, ({ packageId, ...row }, id) => {
      const gridPackageId = gridPackageIdOf(packageId);
      const featureId = featureIds.get(row.featureId);
      if (gridPackageId === undefined || featureId === undefined) return [];
      return { ...row, id, gridId: it.id, featureId, gridPackageId };
    }),
  ];
}

type Whole = NonNullable<IncomingGrid['whole']>;

interface Compared {
  it: IncomingGrid;
  local: GridMetadataRow | undefined;
  edits: LocalEdits;
  context: ImportContext;
}

function compareFeatures(
  incoming: Whole['features'],
  { it, local, edits, context, twins }: Compared & { twins: Map<number, { id: number }> },
) {
  const rows = new Map(local?.features.map((row) => [row.id, row]));
  // A file of a site that has never moved a feature says nothing about their order.
  const isOrdered = incoming.some(({ position }) => position !== undefined);
  const wanted = incoming.map((feature) => ({
    ...feature,
    position: isOrdered ? (feature.position ?? 0) : undefined,
  }));
  const added = wanted
    .filter(({ id, modifiedAt }) => !twins.has(id) && !edits.keeps(`feature ${id}`, modifiedAt))
    .map(({ position = 0, ...feature }) => ({ ...feature, position }));
  const changed = wanted.flatMap((feature) => {
    const row = rows.get(twins.get(feature.id)?.id ?? 0);
    if (!row || difference(row, { ...feature, id: row.id }).changed.size === 0) return [];
    return edits.keeps(`feature ${row.id}`, feature.modifiedAt) ? [] : { ...feature, id: row.id };
  });
  const present = new Set([...twins.values()].map(({ id }) => id));
  const gone = [...rows.values()].filter(
    ({ id }) =>
      context.isPruning && !present.has(id) && !edits.keeps(`feature ${id}`, it.columns.modifiedAt),
  );
  return { added, changed, gone };
}

function compareCells(
  incoming: ReturnType<typeof wantedCells>,
  { it, local, edits, context, featureIds }: Compared & { featureIds: Map<number, number> },
) {
  const nameOf = (featureId: number, packageId: number) => `cell ${featureId} ${packageId}`;
  const known = new Map(local?.cells.map((row) => [nameOf(row.featureId, row.packageId), row]));
  const wanted = incoming.map((cell) => ({
    ...cell,
    name: nameOf(featureIds.get(cell.featureId) ?? cell.featureId, cell.packageId),
    isOfKnown: featureIds.has(cell.featureId),
  }));
  const isHere = ({ name, isOfKnown }: (typeof wanted)[number]) => isOfKnown && known.has(name);
  const added = wanted.filter((cell) => !isHere(cell) && !edits.keeps(cell.name, cell.modifiedAt));
  const changedPackages: number[] = [];
  const changed = wanted.filter(isHere).flatMap((cell) => {
    const row = known.get(cell.name);
    if (!row) return [];
    const columns = columnsOver(row, cell);
    if (difference(row, columns).changed.size === 0) return [];
    if (edits.keeps(cell.name, cell.modifiedAt)) return [];
    changedPackages.push(row.packageId);
    return { ...columns, id: row.id };
  });
  const names = new Set(wanted.filter(isHere).map(({ name }) => name));
  const gone = [...known].flatMap(([name, row]) => {
    const isGone = context.isPruning && !names.has(name);
    return isGone && !edits.keeps(name, it.columns.modifiedAt) ? row : [];
  });
  const moved = [...added, ...gone].map(({ packageId }) => packageId);
  return { rows: { added, changed, gone }, packageIds: [...moved, ...changedPackages] };
}

/**
 * The columns of a cell as the source has it. Note and confirmation are absent if there are none, and in files of older sites: in the same
 * version of a cell as the local one that says nothing, and in another version that there are none.
 */
function columnsOver(local: GridMetadataRow['cells'][number], cell: Whole['cells'][number]) {
  const { text, evidence, createdAt, modifiedAt } = cell;
  const isOther = modifiedAt !== local.modifiedAt;
  const comment = cell.comment ?? (isOther ? '' : local.comment);
  const confirmedAt = cell.confirmedAt ?? (isOther ? null : local.confirmedAt);
  // Who confirmed it at another site is not known here.
  const confirmedBy = confirmedAt === local.confirmedAt ? local.confirmedBy : null;
  return { text, evidence, comment, confirmedAt, confirmedBy, createdAt, modifiedAt };
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
