import type { CellNote } from '@/components/forms/sheet/sheet-notes';
import { cellKey } from '@/components/forms/sheet/sheet-state';
import { listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { listEditedCells } from '@/db/queries/edited-cells';
import { describeConfirmation } from '@/lib/comparison/evidence';
import type { Clock } from '@/lib/time';

interface Grid {
  id: number;
  slug: string;
  title: string;
}

/** What the table of a grid's cells shows to editors. */
export function loadSheet({ id, slug, title }: Grid, clock: Clock) {
  const cells = listEditedCells(id);
  return {
    grid: { id, slug, title },
    packages: listComparedPackages(id).map((it) => ({ id: it.id, title: it.title })),
    features: listFeatures(id).map((it) => ({ id: it.id, title: it.title })),
    texts: Object.fromEntries(cells.map((cell) => [cellKey(cell), cell.text])),
    notes: Object.fromEntries(
      cells.flatMap((cell) => {
        const note = noteOf(cell, clock);
        return note ? [[cellKey(cell), note]] : [];
      }),
    ),
  };
}

/** The note of a cell; undefined if nothing is known of it but its text. */
function noteOf(
  { evidence, comment, confirmedAt, confirmedBy }: ReturnType<typeof listEditedCells>[number],
  clock: Clock,
): CellNote | undefined {
  if (evidence === '' && comment === '' && confirmedAt === null) return undefined;
  return {
    ...{ evidence, comment },
    confirmed: describeConfirmation({ confirmedAt, confirmedBy }, clock),
  };
}
