import { nameOf, type RecordKind } from '@/lib/transfer/import/problem';
import { DAY_ZONE, formatDay, type Micros } from '@/lib/time';
import type { Change, ImportContext } from './context';

interface Incoming {
  id: number;
  columns: { slug: string; modifiedAt: Micros };
}

interface Local {
  slug: string;
  modifiedAt: Micros;
}

interface Outcome {
  change: Change;
  /** Whether what the source says is to be written. */
  isTaken: boolean;
}

/** The record here that an incoming one stands for, as it was before the import, and the number under which it is stored now. */
export function standingOf(kind: RecordKind, id: number, context: ImportContext) {
  const localId = context.resolved[kind].taken.get(id);
  const before = localId === undefined ? undefined : context.before[kind].get(localId);
  // A record that took on another number has it already, unless nothing is written.
  const storedId = localId === undefined || context.isDry ? localId : id;
  return { before, storedId };
}

/** What becomes of a record whose `found` details differ from the source. Reports one that was edited here later and is to stay so. */
export function outcomeOf(
  kind: RecordKind,
  it: Incoming,
  local: Local | undefined,
  found: string[],
  context: ImportContext,
): Outcome {
  const {
    id,
    columns: { slug, modifiedAt },
  } = it;
  if (!local) {
    return { change: { kind, id, slug, action: 'added', details: found }, isTaken: true };
  }
  const { before } = standingOf(kind, id, context);
  const renumbered = before && before.id !== id ? [`id: ${before.id} → ${id}`] : [];
  const details = [...renumbered, ...found];
  if (details.length === 0) {
    return { change: { kind, id, slug, action: 'same', details }, isTaken: false };
  }
  if (context.prefer === 'local' && before && before.modifiedAt > modifiedAt) {
    const day = formatDay(local.modifiedAt, DAY_ZONE);
    context.report({
      at: nameOf(kind, id, slug),
      why: `was edited here later, on ${day}; it stays as it is here (${details.join('; ')})`,
      isLeftOut: true,
    });
    const action = renumbered.length > 0 ? 'changed' : 'same';
    return { change: { kind, id, slug: local.slug, action, details: renumbered }, isTaken: false };
  }
  return { change: { kind, id, slug, action: 'changed', details }, isTaken: true };
}
