import {
  changedFields,
  type ChangedFields,
  type RecordFields,
} from '@/lib/revisions/changed-fields';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { findRecordFields } from '../queries/record-fields';
import { changes, revisions } from '../schema';
import { saveHealth } from './health';
import { saveNewestRelease } from './newest-release';
import { projectPackages } from './projection';
import { indexGrids, indexPackages, reindex } from './search-index';

type RecordKind = typeof revisions.$inferSelect.kind;

interface ChangeOptions {
  /** Id of the account; null if the site itself or its operator makes the change. */
  actor: string | null;
  source: typeof changes.$inferSelect.source;
  comment: string;
  now: Micros;
  /** The change that it undoes. */
  reverts?: number | undefined;
}

/** Names a record. */
export interface RecordRef {
  kind: RecordKind;
  id: number;
}

/** What a change did to a record: the fields that changed, and what the record was before. */
export interface Recorded extends RecordRef, ChangedFields {
  whole: RecordFields | undefined;
}

export interface Change {
  /** Runs `write`, which may add, change or delete these records and no others, and stores in the history what it did. */
  record: (records: RecordRef[], write: () => void) => void;
  /** Updates the data derived from a record even though none of its own fields has changed. */
  touch: (record: RecordRef) => void;
  /** What `record` has stored so far. */
  recorded: readonly Recorded[];
  /** The id of the row in `changes`; undefined as long as nothing has changed. */
  id: () => number | undefined;
}

/** Above this many changed packages, rebuilding the whole index is faster. */
const MANY = 300;

/**
 * Writes to the catalogue: every change goes through here. In one immediate transaction, it runs `work`, stores the revisions of the
 * records that `work` names, and updates the data derived from them: the figures that lists sort by, newest releases, search index and
 * health. Nothing is stored if anything throws. The first load of a catalogue has no revisions, since it is where the history begins.
 * Returns the result of `work`.
 */
export function change<Result>(options: ChangeOptions, work: (change: Change) => Result): Result {
  return database().transaction(
    () => {
      const history = historyOf(options);
      const touched = {
        category: new Set<number>(),
        package: new Set<number>(),
        grid: new Set<number>(),
      };
      const touch: Change['touch'] = ({ kind, id }) => {
        touched[kind].add(id);
      };
      const result = work({
        touch,
        recorded: history.recorded,
        id: history.id,
        record: (records, write) => {
          for (const record of records) touch(record);
          history.record(records, write);
        },
      });
      updateDerived(touched, options.now);
      return result;
    },
    { behavior: 'immediate' },
  );
}

/** Stores revisions, and the change that they belong to together with the first of them. */
function historyOf({ actor, source, comment, now, reverts }: ChangeOptions) {
  const db = database();
  let changeId: number | undefined;
  const recorded: Recorded[] = [];
  const saveChange = () =>
    db
      .insert(changes)
      .values({ at: now, actor, source, comment, reverts })
      .returning({ id: changes.id })
      .get().id;
  return {
    recorded,
    id: () => changeId,
    record: (records: RecordRef[], write: () => void) => {
      if (source === 'seed') {
        write();
        return;
      }
      const before = records.map(({ kind, id }) => findRecordFields(kind, id));
      write();
      for (const [index, { kind, id }] of records.entries()) {
        const changed = changedFields(before[index], findRecordFields(kind, id));
        if (changed === undefined) continue;
        changeId ??= saveChange();
        db.insert(revisions)
          .values({ changeId, kind, recordId: id, ...changed })
          .run();
        recorded.push({ kind, id, ...changed, whole: before[index] });
      }
    },
  };
}

function updateDerived(touched: Record<RecordKind, Set<number>>, now: Micros): void {
  const [packageIds, gridIds] = [[...touched.package], [...touched.grid]];
  projectPackages(packageIds);
  for (const id of packageIds) saveNewestRelease(id);
  // Packages are found by the name of their category.
  if (touched.category.size > 0 || packageIds.length > MANY) reindex();
  else {
    if (packageIds.length > 0) indexPackages(packageIds);
    if (gridIds.length > 0) indexGrids(gridIds);
  }
  if (packageIds.length > 0) saveHealth(now, packageIds);
}
