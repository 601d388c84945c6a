import type { Place } from '@/lib/edits/sheet';

/** A change of the text of a cell. */
export interface CellEdit {
  featureId: number;
  packageId: number;
  before: string;
  after: string;
}

/** A text that wasn't saved because somebody else changed the cell; `theirs` is null if the cell is gone. */
export interface Conflict {
  featureId: number;
  packageId: number;
  mine: string;
  theirs: string | null;
}

export interface SheetState {
  /** Texts of cells by `cellKey`; none for an empty cell. */
  texts: Readonly<Record<string, string>>;
  active: Place;
  /** The other corner of the selected cells. */
  anchor: Place;
  /** The text that is being entered in the active cell; null if none is. */
  draft: string | null;
  undo: CellEdit[][];
  redo: CellEdit[][];
  conflicts: Conflict[];
  /** Edits that couldn't be sent or were refused, and why. */
  unsent: CellEdit[];
  message: string | undefined;
}

export type SheetAction =
  | { kind: 'move'; to: Place; isExtended?: boolean }
  | { kind: 'draft'; text: string | null }
  | { kind: 'apply'; edits: CellEdit[]; by: 'user' | 'undo' | 'redo' }
  | { kind: 'saved'; conflicts: Conflict[] }
  | { kind: 'failed'; edits: CellEdit[]; message: string }
  | { kind: 'resent' }
  | { kind: 'dismiss'; conflict: Conflict };

type Ref = Pick<CellEdit, 'featureId' | 'packageId'>;

export const cellKey = ({ featureId, packageId }: Ref): string => `${featureId} ${packageId}`;

/** The text that a cell shows. */
export const textOf = (state: SheetState, ref: Ref): string => state.texts[cellKey(ref)] ?? '';

export function openSheet(texts: Record<string, string>): SheetState {
  const active = { row: 0, column: 0 };
  return {
    ...{ texts, active, anchor: active, draft: null, undo: [], redo: [] },
    ...{ conflicts: [], unsent: [], message: undefined },
  };
}

/** The next state of a table of cells. */
export function reduceSheet(state: SheetState, action: SheetAction): SheetState {
  switch (action.kind) {
    case 'move': {
      const { to, isExtended = false } = action;
      return { ...state, draft: null, active: to, anchor: isExtended ? state.anchor : to };
    }
    case 'draft':
      return { ...state, draft: action.text };
    case 'apply':
      return apply(state, action.edits, action.by);
    case 'saved':
      return withConflicts(state, action.conflicts);
    case 'failed':
      return { ...state, unsent: [...state.unsent, ...action.edits], message: action.message };
    case 'resent':
      return { ...state, unsent: [], message: undefined };
    case 'dismiss':
      return { ...state, conflicts: state.conflicts.filter((it) => it !== action.conflict) };
  }
}

function apply(state: SheetState, edits: CellEdit[], by: 'user' | 'undo' | 'redo'): SheetState {
  const changed = edits.filter((it) => it.before !== it.after);
  const keys = new Set(changed.map(cellKey));
  return {
    ...state,
    ...stacksAfter(state, changed, by),
    draft: null,
    texts: withTexts(
      state.texts,
      changed.map((it) => ({ ...it, text: it.after })),
    ),
    conflicts: state.conflicts.filter((it) => !keys.has(cellKey(it))),
  };
}

/** What can be undone and redone after some edits. */
function stacksAfter(
  { undo, redo }: SheetState,
  changed: CellEdit[],
  by: 'user' | 'undo' | 'redo',
) {
  const made = changed.length > 0 ? [changed] : [];
  if (by === 'undo') return { undo: undo.slice(0, -1), redo: [...redo, ...made] };
  if (by === 'redo') return { undo: [...undo, ...made], redo: redo.slice(0, -1) };
  return { undo: [...undo, ...made], redo: changed.length > 0 ? [] : redo };
}

/** The edits that undo the newest ones of a stack, without cells that others have changed since. */
export function inverseOf(state: SheetState, stack: CellEdit[][]): CellEdit[] {
  return (stack.at(-1) ?? [])
    .filter((it) => textOf(state, it) === it.after)
    .map((it) => ({ ...it, before: it.after, after: it.before }));
}

function withConflicts(state: SheetState, conflicts: Conflict[]): SheetState {
  if (conflicts.length === 0) return state;
  // What the user has typed since stays shown; its own save tells about the conflict.
  const stale = conflicts.filter((it) => textOf(state, it) === it.mine);
  const texts = withTexts(
    state.texts,
    stale.map((it) => ({ ...it, text: it.theirs ?? '' })),
  );
  return { ...state, texts, conflicts: [...state.conflicts, ...stale] };
}

function withTexts(texts: SheetState['texts'], changes: (Ref & { text: string })[]) {
  return { ...texts, ...Object.fromEntries(changes.map((it) => [cellKey(it), it.text])) };
}
