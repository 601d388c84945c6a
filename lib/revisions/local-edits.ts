import type { Micros } from '@/lib/time';
import { fieldChanges } from './difference';
import type { Step } from './replay';
import { partOf } from './rows';

interface MadeRevision extends Step {
  at: Micros;
  source: string;
}

/**
 * The fields of a record that were last changed here rather than by an import, and when, from its revisions, oldest first. A field that was
 * removed here is one of them too.
 */
export function localEdits(revisions: MadeRevision[]): Map<string, Micros> {
  const edits = new Map<string, Micros>();
  for (const { at, source, before, after } of revisions) {
    for (const { name } of fieldChanges(before, after)) {
      if (source === 'import' || source === 'seed') edits.delete(name);
      else edits.set(name, at);
    }
  }
  return edits;
}

/** Names the parts of a grid that these fields are about: `2 cells, 1 feature, is locked`. */
export function describeFields(names: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const kind = partOf(name)?.kind ?? name.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const isPart = (kind: string) => ['cell', 'feature', 'package'].includes(kind);
  return [...counts]
    .map(([kind, count]) => (isPart(kind) ? `${count} ${kind}${count === 1 ? '' : 's'}` : kind))
    .join(', ');
}
