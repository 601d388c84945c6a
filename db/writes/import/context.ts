import type { Problem, RecordKind } from '@/lib/import/problem';
import type { Identity, Preference, Resolved } from '@/lib/import/resolve';
import type { Change as Recorder } from '../change';

/** The outcome of merging one record. */
export interface Change {
  kind: RecordKind;
  id: number;
  slug: string;
  action: 'added' | 'changed' | 'same' | 'removed';
  /** Such as `repo_watchers: 100 → 120`. */
  details: string[];
}

/** State of the whole import, shared by the merging of each record. */
export interface ImportContext {
  /** Reports what would change, and writes nothing. */
  isDry: boolean;
  prefer: Preference;
  /** Whether local rows that are missing from a source record with facts are deleted. */
  isPruning: boolean;
  resolved: Record<RecordKind, Resolved>;
  /** Records as they were before the import, by local id. */
  before: Record<RecordKind, Map<number, Identity>>;
  /** The transaction's history. In a dry run it runs no writes. */
  change: Recorder;
  /** Hosts that gave figures without naming their source. */
  hosts: Set<string>;
  report: (problem: Problem) => void;
}
