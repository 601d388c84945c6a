/** A cell position, counted from the table's first row and column. */
export interface Place {
  row: number;
  column: number;
}

const PAGE = 10;

type Move = (from: Place, last: Place) => Place;

const by =
  (rows: number, columns: number): Move =>
  ({ row, column }, last) => ({
    row: clamp(row + rows, last.row),
    column: clamp(column + columns, last.column),
  });

const moves: Partial<Record<string, Move>> = {
  ArrowUp: by(-1, 0),
  ArrowDown: by(1, 0),
  ArrowLeft: by(0, -1),
  ArrowRight: by(0, 1),
  PageUp: by(-PAGE, 0),
  PageDown: by(PAGE, 0),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { column }) => ({ row, column }),
  'Control+Home': () => ({ row: 0, column: 0 }),
  'Control+End': (_, last) => last,
};

function clamp(index: number, last: number): number {
  return Math.min(Math.max(index, 0), last);
}

/** Returns the cell that a key moves to; undefined if it doesn't move, so that the browser can scroll. */
export function placeAfter(chord: string, from: Place, last: Place): Place | undefined {
  const place = moves[chord]?.(from, last);
  const isSame = place?.row === from.row && place.column === from.column;
  return isSame ? undefined : place;
}
