/** Maximum length of a part of a document. Anything longer is truncated, and the import reports it. */
export interface Bound {
  /** The keys that lead to the value, such as `facts.releases`. */
  path: readonly string[];
  /** Maximum entries of a list, or characters of a text. */
  most: number;
  /** Selects the entries of a list to keep; by default the first ones. */
  keep?: (list: unknown[], most: number) => unknown[];
  /** Name of the kept entries in the report, such as `the newest`. */
  kept?: string;
}

const longest = 5000;

/**
 * No known project comes near these bounds. Names, URLs and the table of a grid are never truncated, since part of one would be wrong: a
 * record in which they are too long is skipped.
 */
export const packageBounds: Bound[] = [
  { path: ['repo_description'], most: longest },
  { path: ['participants'], most: 1000 },
  { path: ['grids'], most: 1000 },
  { path: ['facts', 'releases'], most: 5000, keep: newestReleases, kept: 'the newest' },
  { path: ['facts', 'examples'], most: 1000 },
  { path: ['facts', 'former_slugs'], most: 1000 },
  { path: ['facts', 'python_versions'], most: 200 },
  { path: ['facts', 'django_versions'], most: 200 },
  { path: ['facts', 'figures_source'], most: 500 },
  { path: ['facts', 'repo_figures_source'], most: 500 },
  { path: ['facts', 'status_source'], most: 500 },
];

/** Limits for the table of a grid and for the catalogue as a whole: numbers of entries, and characters of `evidence` and `sourceText`. */
export const MOST = {
  gridPackages: 10_000,
  features: 1000,
  cells: 100_000,
  evidence: 1000,
  sources: 10_000,
  sourceText: 5000,
};

export const gridBounds: Bound[] = [{ path: ['facts', 'former_slugs'], most: 1000 }];

export const categoryBounds: Bound[] = [{ path: ['description'], most: longest }];

/** Keeps the releases with the latest dates, in their given order; one without a date counts as oldest. */
function newestReleases(releases: unknown[], most: number): unknown[] {
  const times = releases.map((release, index) => ({ index, time: timeOf(release) }));
  times.sort((a, b) => b.time - a.time || a.index - b.index);
  const kept = new Set(times.slice(0, most).map(({ index }) => index));
  return releases.filter((_, index) => kept.has(index));
}

function timeOf(release: unknown): number {
  const isDated = typeof release === 'object' && release !== null && 'date' in release;
  const time = isDated && typeof release.date === 'string' ? Date.parse(release.date) : NaN;
  return Number.isNaN(time) ? -Infinity : time;
}
