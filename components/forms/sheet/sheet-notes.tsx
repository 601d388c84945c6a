import { commonValues } from '@/lib/edits/common-values';
import { textOf, type Conflict } from './sheet-state';
import { editOf, type Table } from './sheet-keys';

/** What is known about a cell besides its text. */
export interface CellNote {
  evidence: string;
  comment: string;
  /** When and by whom it was last confirmed, in words. */
  confirmed: string;
}

interface CellBarProps {
  table: Table;
  /** Name of the active cell, such as “Async of Celery”. */
  name: string;
  /** URL of the form of the active cell. */
  href: string;
  note: CellNote | undefined;
}

/** About the active cell: common values, its evidence and note, and what else can be done with it. */
export function CellBar({ table, name, href, note }: CellBarProps) {
  const { sheet } = table;
  const { active, undo, message } = sheet.state;
  const text = textOf(sheet.state, table.refAt(active));
  return (
    <div className="sheet-cell" role="group" aria-label="Active cell">
      <strong>{name}</strong>
      {commonValues.map((value) => (
        <button
          key={value}
          type="button"
          onClick={() => {
            sheet.apply([editOf(table, active, value)]);
          }}
        >
          {value}
        </button>
      ))}
      {text !== '' && (
        <button
          type="button"
          onClick={() => {
            sheet.confirm([editOf(table, active, text)]);
          }}
        >
          Still correct
        </button>
      )}
      <a href={href}>Evidence, note and history</a>
      <span role="status">
        {sheet.isSaving ? 'Saving…' : undo.length > 0 && message === undefined && 'Saved'}
      </span>
      {note && (
        <span>
          {[note.evidence, note.comment, note.confirmed].filter((it) => it !== '').join(' · ')}
        </span>
      )}
    </div>
  );
}

interface SheetAlertsProps {
  table: Table;
  nameOf: (conflict: Conflict) => string;
}

/** Says what couldn’t be saved, and what others have changed meanwhile. */
export function SheetAlerts({ table, nameOf }: SheetAlertsProps) {
  const { sheet } = table;
  const { conflicts, message } = sheet.state;
  return (
    <>
      {message !== undefined && (
        <div role="alert" className="sheet-alert">
          <p>{message}</p>
          {sheet.state.unsent.length > 0 && (
            <button type="button" onClick={sheet.resend}>
              Save again
            </button>
          )}
        </div>
      )}
      {conflicts.map((conflict) => (
        <div key={nameOf(conflict)} role="alert" className="sheet-alert">
          <p>
            Someone else has changed <strong>{nameOf(conflict)}</strong> meanwhile. Theirs:{' '}
            <q>{conflict.theirs ?? 'removed from the grid'}</q>. Yours: <q>{conflict.mine}</q>.
          </p>
          {conflict.theirs !== null && (
            <button
              type="button"
              onClick={() => {
                const { theirs, mine, ...ref } = conflict;
                sheet.apply([{ ...ref, before: theirs ?? '', after: mine }]);
              }}
            >
              Use mine
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              sheet.dispatch({ kind: 'dismiss', conflict });
            }}
          >
            Keep theirs
          </button>
        </div>
      ))}
    </>
  );
}
