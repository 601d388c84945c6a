import { eq } from 'drizzle-orm';
import { difference } from '@/lib/import/difference';
import type { IncomingGrid } from '@/lib/import/incoming/grid';
import { database } from '../../client';
import { listGridMetadata, type GridMetadataRow } from '@/db/queries/metadata';
import { grids, gridPackages } from '../../schema';
import type { Change, ImportContext } from './context';
import { claimSlug } from './identity';
import { tableParts } from './grid-table';
import { localEditsOf, type LocalEdits } from './local-edits';
import { mergeFormerSlugs } from './former-slugs';
import { outcomeOf, matchOf } from './outcome';
import { rowParts, type Part } from './rows';

/** Merges a grid and its table from the source and returns the change. */
export function mergeGrid(it: IncomingGrid, context: ImportContext): Change {
  const { before, storedId } = matchOf('grid', it.id, context);
  const [row] = storedId === undefined ? [] : listGridMetadata([storedId]);
  const local = row && { ...row, slug: before?.slug ?? row.slug };
  const edits = localEditsOf({ id: local?.id, slug: it.columns.slug }, context);
  const grid = { ...it, columns: withoutKept(it.columns, local, edits) };

  const found = difference(local ?? {}, local ? grid.columns : {});
  const parts = [
    ...mergeFormerSlugs('grid', it, local, context),
    ...gridPackageParts(it, local, edits, context),
    ...tableParts(it, local, edits, context),
  ];
  const details = [...found.details, ...parts.map(({ detail }) => detail)];
  const { change, isTaken } = outcomeOf('grid', it, local, details, context);
  if (change.action !== 'same') context.change.touch({ kind: 'grid', id: it.id });
  // Otherwise the whole grid was kept, and that is reported.
  if (isTaken || details.length === 0) edits.report();
  if (isTaken) {
    context.change.record([{ kind: 'grid', id: it.id }], () => {
      saveColumns(grid, local !== undefined, found.changed);
      for (const { write } of parts) write();
    });
  }
  return change;
}

/** The columns to save: the source's, except those that were edited here later. */
function withoutKept(
  columns: IncomingGrid['columns'],
  local: GridMetadataRow | undefined,
  edits: LocalEdits,
): IncomingGrid['columns'] {
  const { changed } = difference(local ?? {}, local ? columns : {});
  const own = [...changed].filter((name) => edits.keeps(name, columns.modifiedAt));
  const kept = Object.entries(local ?? {}).filter(([name]) => own.includes(name));
  return { ...columns, ...Object.fromEntries(kept) };
}

type Columns = Pick<IncomingGrid, 'id' | 'columns'>;

function saveColumns({ id, columns }: Columns, isHere: boolean, changed: Set<string>): void {
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

function gridPackageParts(
  it: IncomingGrid,
  local: GridMetadataRow | undefined,
  edits: LocalEdits,
  context: ImportContext,
): Part[] {
  if (!it.whole) return [];
  const known = new Map(local?.gridPackages.map((member) => [member.packageId, member]));
  const wanted = wantedGridPackages(it, context);
  const added = wanted.filter(
    ({ packageId, createdAt }) =>
      !known.has(packageId) && !edits.keeps(`package ${packageId}`, createdAt),
  );
  const changed = wanted.flatMap((member) => {
    const row = known.get(member.packageId);
    return row && row.createdAt !== member.createdAt ? { ...member, id: row.id } : [];
  });
  const named = new Set(wanted.map(({ packageId }) => packageId));
  const gone = context.isPruning
    ? [...known.values()].filter(
        ({ packageId }) =>
          !named.has(packageId) && !edits.keeps(`package ${packageId}`, it.columns.modifiedAt),
      )
    : [];
  for (const { packageId } of [...added, ...gone]) {
    context.change.touch({ kind: 'package', id: packageId });
  }
  return rowParts('packages', gridPackages, { added, changed, gone }, (row, id) => {
    return { ...row, id, gridId: it.id };
  });
}
