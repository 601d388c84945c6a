import type { Micros } from '@/lib/time';

/** What stands in where a file does not say it. */
export interface Moments {
  /** For a missing `created` or `modified`. */
  generatedAt: Micros;
  /** When the reference's usage counts were taken. */
  usageCountedAt: Micros;
}

/** When a record was made and last edited. */
export function editedAt(
  it: { created: Micros | null; modified: Micros | null },
  moments: Moments,
) {
  const createdAt = it.created ?? moments.generatedAt;
  return { createdAt, modifiedAt: it.modified ?? createdAt };
}
