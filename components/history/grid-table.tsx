import type { CellState, ComparedCell, ComparedTable, Fate } from '@/lib/revisions/table';
import './table-diff.css';

interface GridTableProps {
  caption: string;
  table: ComparedTable;
}

/** A grid of the past, or what differs between two states of it: added, removed and changed parts say so. */
export function GridTable({ caption, table: { columns, rows } }: GridTableProps) {
  return (
    <div className="table-diff" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Feature</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-fate={markOf(column.fate)}>
                <Sides {...column} before={plain(column.before)} after={plain(column.after)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, description, ...row }) => (
            <tr key={row.id}>
              <th scope="row" data-fate={markOf(row.fate)}>
                <Sides {...row} before={plain(row.before)} after={plain(row.after)} />
                {description !== '' && <small dir="auto">{description}</small>}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index]?.id} data-fate={markOf(cell.fate)}>
                  <Sides {...cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const markOf = (fate: Fate) => (fate === 'same' ? undefined : fate);
const plain = (text: string): CellState => ({ text, notes: [] });

/** A part before and after. A word says whether it differs, not only a color. */
function Sides({ fate, before, after }: ComparedCell) {
  if (fate === 'same') return <State {...after} />;
  const isRenamed = fate === 'changed' && !isSame(before, after);
  return (
    <>
      <span className="fate">{fate}</span>
      {(fate === 'removed' || isRenamed) && (
        <del>
          <State {...before} />
        </del>
      )}
      {fate !== 'removed' && (
        <ins>
          <State {...after} />
        </ins>
      )}
    </>
  );
}

const isSame = (a: CellState, b: CellState) =>
  a.text === b.text && a.notes.join('\n') === b.notes.join('\n');

function State({ text, notes }: CellState) {
  return (
    <>
      <span dir="auto">{text}</span>
      {notes.map((note, index) => (
        <small key={index} dir="auto">
          {note}
        </small>
      ))}
    </>
  );
}
