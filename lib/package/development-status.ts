/** Trove classifiers "Development Status :: n - …", by number. */
const statuses = [
  'Unknown',
  'Planning',
  'Pre-Alpha',
  'Alpha',
  'Beta',
  'Production/Stable',
  'Mature',
  'Inactive',
];

/** The name of a development status from 1 to 7; undefined if unknown. */
export function developmentStatusName(status: number | null): string | undefined {
  return status === null || status === 0 ? undefined : statuses[status];
}
