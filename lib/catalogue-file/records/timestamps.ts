import type { Micros } from '@/lib/time';

/** Defaults for times that are missing from a file. */
export interface Timestamps {
  /** For a missing `created` or `modified`. */
  generatedAt: Micros;
  /** When the reference site's usage counts were taken. */
  usageCountedAt: Micros;
}

/** When a record was created and last edited. */
export function timestampsOf(
  it: { created: Micros | null; modified: Micros | null },
  moments: Timestamps,
) {
  const createdAt = it.created ?? moments.generatedAt;
  return { createdAt, modifiedAt: it.modified ?? createdAt };
}
