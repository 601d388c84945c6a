import { nameOf, type RecordKind } from '@/lib/import/problem';
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
  /** Whether the source's version is to be written. */
  isTaken: boolean;
}

/** Returns the local record that matches an incoming one, as it was before the import, and the id under which it is stored now. */
export function matchOf(kind: RecordKind, id: number, context: ImportContext) {
  const localId = context.resolved[kind].taken.get(id);
  const before = localId === undefined ? undefined : context.before[kind].get(localId);
  // A renumbered record already has its new id, except in a dry run.
  const storedId = localId === undefined || context.isDry ? localId : id;
  return { before, storedId };
}

/** Decides what to do with a record that differs from the source in `found`. Reports records kept because of later edits here. */
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
  const { before } = matchOf(kind, id, context);
  const renumbered = before && before.id !== id ? [`id: ${before.id} → ${id}`] : [];
  const details = [...renumbered, ...found];
  if (details.length === 0) {
    return { change: { kind, id, slug, action: 'same', details }, isTaken: false };
  }
  if (context.prefer === 'local' && before && before.modifiedAt > modifiedAt) {
    const day = formatDay(local.modifiedAt, DAY_ZONE);
    context.report({
      at: nameOf(kind, id, slug),
      why: `not changed, since it was edited here later, on ${day} (${details.join('; ')})`,
      isSkipped: true,
    });
    const action = renumbered.length > 0 ? 'changed' : 'same';
    return { change: { kind, id, slug: local.slug, action, details: renumbered }, isTaken: false };
  }
  return { change: { kind, id, slug, action: 'changed', details }, isTaken: true };
}
