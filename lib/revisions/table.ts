import { z } from 'zod';
import type { RecordFields } from './changed-fields';
import type { Names } from './describe';
import { fieldChanges } from './difference';
import { partOf, positionRow } from './rows';

/** What happened to a part of a grid. */
export type Fate = 'same' | 'added' | 'removed' | 'changed';

/** A cell on one side of a comparison; its text is empty if it wasn't filled. */
export interface CellState {
  text: string;
  /** Evidence and comment, without empty ones. */
  notes: string[];
}

export interface ComparedCell {
  fate: Fate;
  before: CellState;
  after: CellState;
}

interface Heading {
  id: number;
  fate: Fate;
  before: string;
  after: string;
}

interface ComparedRow extends Heading {
  description: string;
  /** In the order of the columns. */
  cells: ComparedCell[];
}

/** A grid before and after: one column a package, one row a feature. */
export interface ComparedTable {
  columns: Heading[];
  rows: ComparedRow[];
}

const feature = z.object({
  title: z.string().default(''),
  description: z.string().default(''),
});
const cell = z.object({
  text: z.string(),
  evidence: z.string().default(''),
  comment: z.string().default(''),
});

/**
 * Compares two states of a grid, or the two sides of one of its revisions, which have only what changed. `names` has the titles that the
 * fields lack.
 */
export function compareTables(
  before: RecordFields | null,
  after: RecordFields | null,
  names: Names,
): ComparedTable {
  const columns = new Map<number, Heading>();
  const rows = new Map<number, ReturnType<typeof featureHeading>>();
  const cells = new Map<string, ComparedCell>();
  const changes = fieldChanges(before, after).flatMap((change) => {
    const part = partOf(change.name);
    return part ? [{ ...change, part }] : [];
  });
  for (const { part, ...change } of changes) {
    if (part.kind === 'package') {
      columns.set(part.packageId, packageHeading(part.packageId, fateOf(change), names));
    } else if (part.kind === 'feature') {
      rows.set(part.featureId, featureHeading(part.featureId, change, names));
    } else if (part.kind === 'cell') {
      const { packageId, featureId } = part;
      if (!columns.has(packageId)) columns.set(packageId, packageHeading(packageId, 'same', names));
      if (!rows.has(featureId)) rows.set(featureId, featureHeading(featureId, {}, names));
      cells.set(`${featureId} ${packageId}`, comparedCell(change));
    }
  }
  const headings = [...columns.values()];
  const positionOf = (id: number) =>
    positionRow.parse(after?.[`position ${id}`] ?? before?.[`position ${id}`]);
  return {
    columns: headings,
    rows: [...rows.values()]
      .sort((a, b) => positionOf(a.id) - positionOf(b.id) || a.id - b.id)
      .map((row) => ({
        ...row,
        cells: headings.map(({ id }) => cells.get(`${row.id} ${id}`) ?? emptyCell),
      })),
  };
}

/** The rows and columns of a comparison in which anything differs. */
export function onlyChanged({ columns, rows }: ComparedTable): ComparedTable {
  const hasChanged = (it: { fate: Fate }) => it.fate !== 'same';
  const shown = rows.filter((row) => hasChanged(row) || row.cells.some(hasChanged));
  const isShown = columns.map(
    (column, index) =>
      hasChanged(column) || shown.some(({ cells }) => cells[index]?.fate !== 'same'),
  );
  return {
    columns: columns.filter((_, index) => isShown[index]),
    rows: shown.map((row) => ({ ...row, cells: row.cells.filter((_, index) => isShown[index]) })),
  };
}

/** The number of cells that differ. */
export const countChangedCells = ({ rows }: ComparedTable): number =>
  rows.reduce((sum, { cells }) => sum + cells.filter(({ fate }) => fate !== 'same').length, 0);

interface Sides {
  before?: unknown;
  after?: unknown;
}

function fateOf({ before, after }: Sides): Fate {
  if (before === undefined) return after === undefined ? 'same' : 'added';
  if (after === undefined) return 'removed';
  return JSON.stringify(before) === JSON.stringify(after) ? 'same' : 'changed';
}

function packageHeading(id: number, fate: Fate, names: Names): Heading {
  const title = names.package.get(id) ?? 'a removed package';
  return { id, fate, before: title, after: title };
}

function featureHeading(id: number, sides: Sides, names: Names) {
  const title = names.feature.get(id) ?? 'a removed feature';
  const before = feature.safeParse(sides.before).data;
  const after = feature.safeParse(sides.after).data;
  const shown = after ?? before;
  return {
    id,
    fate: fateOf(sides),
    before: before?.title ?? after?.title ?? title,
    after: after?.title ?? before?.title ?? title,
    description: shown?.description ?? '',
  };
}

const nothing: CellState = { text: '', notes: [] };
const emptyCell: ComparedCell = { fate: 'same', before: nothing, after: nothing };

const comparedCell = (sides: Sides): ComparedCell => ({
  fate: fateOf(sides),
  before: cellState(sides.before),
  after: cellState(sides.after),
});

function cellState(value: unknown): CellState {
  const { data } = cell.safeParse(value);
  if (!data) return nothing;
  return { text: data.text, notes: [data.evidence, data.comment].filter((it) => it !== '') };
}
