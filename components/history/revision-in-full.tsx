import type { RevisionRow } from '@/db/queries/history';
import { describeRevision, type Names } from '@/lib/revisions/describe';
import { ownFields } from '@/lib/revisions/part-of-grid';
import { compareTables, countChangedCells } from '@/lib/revisions/table';
import { Differences } from './change-list';
import { GridTable } from './grid-table';

/** Everything that a revision changed: as a table if it changed several cells of a grid, otherwise field by field. */
export function RevisionInFull({ revision, names }: { revision: RevisionRow; names: Names }) {
  const { kind, before, after } = revision;
  const table = kind === 'grid' ? compareTables(before, after, names) : undefined;
  if (!table || countChangedCells(table) < 2) {
    return <Differences fields={describeRevision(revision, names)} />;
  }
  const own = { before: ownFields(before), after: ownFields(after) };
  return (
    <>
      <Differences fields={describeRevision(own, names)} />
      <div className="mt-2">
        <GridTable caption="Changed packages, features and cells" table={table} />
      </div>
    </>
  );
}
