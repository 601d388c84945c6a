import { listNames } from '@/db/queries/change-names';
import { findFirstGridRevision, listGridRevisionsSince } from '@/db/queries/grid-history';
import { findRecordFields } from '@/db/queries/record-fields';
import type { Day } from '@/lib/revisions/day';
import { describeRevision, namedIn } from '@/lib/revisions/describe';
import { rewind } from '@/lib/revisions/replay';
import { ownFields } from '@/lib/revisions/part-of-grid';
import { compareTables, onlyChanged } from '@/lib/revisions/table';

/** Loads a grid as it was at the end of a day, and what changed up to the end of a later one if that is given. */
export function loadPast(gridId: number, { at, to }: { at: Day; to: Day | undefined }) {
  const present = findRecordFields('grid', gridId);
  const revisions = listGridRevisionsSince(gridId, at.end);
  const first = findFirstGridRevision(gridId);
  const stepsAfter = ({ end }: Day) => {
    const index = revisions.findIndex((it) => it.at >= end);
    return index === -1 ? [] : revisions.slice(index);
  };
  const earlier = rewind(present, stepsAfter(at));
  const later = to ? rewind(present, stepsAfter(to)) : earlier;
  const sides = { before: earlier ?? null, after: later ?? null };
  const names = listNames(namedIn([sides]));
  const own = { before: ownFields(sides.before), after: ownFields(sides.after) };
  const table = compareTables(sides.before, sides.after, names);
  return {
    ...{ earlier, later, first, table, changed: onlyChanged(table) },
    /** What changed of the grid itself, such as its title. */
    fields: to ? describeRevision(own, names) : [],
    changeCount: to ? revisions.length - stepsAfter(to).length : 0,
    /** Whether the history says nothing of the earlier day. */
    isBeforeHistory: first !== undefined && at.end <= first.at,
  };
}
