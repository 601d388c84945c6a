import type { Problem, RecordKind } from '@/lib/transfer/import/problem';
import type { Identity, Preference, Resolved } from '@/lib/transfer/import/resolve';

/** What became of a record. */
export interface Change {
  kind: RecordKind;
  id: number;
  slug: string;
  action: 'added' | 'changed' | 'same' | 'removed';
  /** `repo_watchers: 100 → 120`. */
  details: string[];
}

/** What merging one record needs to know of the whole import. */
export interface ImportContext {
  /** Says what would happen, and writes nothing. */
  isDry: boolean;
  prefer: Preference;
  /** Rows here that a record with facts lacks there are taken away. */
  isPruning: boolean;
  resolved: Record<RecordKind, Resolved>;
  /** Records as they were before the import, by their id here. */
  before: Record<RecordKind, Map<number, Identity>>;
  /** Whose index and health have to be brought up to date. */
  touched: { package: Set<number>; grid: Set<number> };
  /** Hosts that figures came from without naming their source. */
  hosts: Set<string>;
  report: (problem: Problem) => void;
}
