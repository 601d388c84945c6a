import { listGridRevisionsSince } from '@/db/queries/grid-history';
import { nameOf } from '@/lib/import/problem';
import { describeFields, localEdits } from '@/lib/revisions/local-edits';
import type { Micros } from '@/lib/time';
import type { ImportContext } from './context';

export interface LocalEdits {
  /** Whether a field of the grid was edited here after the source edited it, and so is kept. Call it for fields that differ. */
  keeps: (field: string, modifiedAt: Micros) => boolean;
  /** Reports the fields that were kept. */
  report: () => void;
}

/**
 * What people changed in a grid after its last import. Cells, features and places in a grid are compared one by one, so an import still
 * brings what is new in the others.
 */
export function localEditsOf(
  { id, slug }: { id: number | undefined; slug: string },
  { prefer, report }: Pick<ImportContext, 'prefer' | 'report'>,
): LocalEdits {
  const isAsked = id !== undefined && prefer === 'local';
  const edits = localEdits(isAsked ? listGridRevisionsSince(id, 0) : []);
  const kept = new Set<string>();
  return {
    keeps: (field, modifiedAt) => {
      const isKept = (edits.get(field) ?? 0) > modifiedAt;
      if (isKept) kept.add(field);
      return isKept;
    },
    report: () => {
      if (kept.size === 0) return;
      const why = `edited here later, so not changed: ${describeFields(kept)}`;
      report({ at: nameOf('grid', id ?? 0, slug), why, isSkipped: false });
    },
  };
}
