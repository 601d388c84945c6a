import { readCell, type Cell } from './cell';
import { comparableTitle } from './shared-features';

interface Grid {
  slug: string;
  title: string;
}

interface FeatureCell {
  grid: Grid;
  /** The title of the feature. */
  title: string;
  text: string;
  /** Key of the metric that the feature repeats, which the page shows elsewhere. */
  metric: string | null;
}

export interface PackageFeature {
  title: string;
  /** What the grids with this feature say: one value if they agree, otherwise one for each grid. */
  values: { cell: Cell; grid: Grid }[];
}

/** The features of a package in all its grids, merged by title: first those it has, then those described in words, then those it lacks. */
export function mergePackageFeatures(cells: FeatureCell[]): PackageFeature[] {
  const byTitle = new Map<string, PackageFeature>();
  for (const { grid, title, text, metric } of cells) {
    const key = comparableTitle(title);
    if (text.trim() === '' || metric !== null) continue;
    const feature = byTitle.get(key) ?? { title, values: [] };
    byTitle.set(key, feature);
    feature.values.push({ cell: readCell(text), grid });
  }
  return [...byTitle.values()].map(withoutRepeats).sort((a, b) => placeOf(a) - placeOf(b));
}

function withoutRepeats({ title, values }: PackageFeature): PackageFeature {
  const distinct = new Set(values.map(({ cell }) => JSON.stringify(cell)));
  return { title, values: distinct.size === 1 ? values.slice(0, 1) : values };
}

function placeOf({ values }: PackageFeature): number {
  const marks = values.map(({ cell }) => cell.mark);
  if (marks.includes('yes')) return 0;
  return marks.includes(undefined) ? 1 : 2;
}
