import { featureGroup, type FilledCell, type GridFeature } from './features';
import type { FactGroup } from './fact';
import { metricGroups, type ComparedPackage } from './metrics';

/** Everything that a comparison could show. */
export interface ComparisonSource {
  /** In the order they have when nothing is sorted. */
  packages: ComparedPackage[];
  groups: FactGroup[];
}

/** The packages of one grid by every metric and by the grid's own features. */
export function compareInGrid(
  packages: ComparedPackage[],
  features: GridFeature[],
  cells: FilledCell[],
): ComparisonSource {
  return {
    packages,
    groups: [...metricGroups, featureGroup('What can it do?', features, cells)],
  };
}

interface SharedGrid {
  id: number;
  slug: string;
  title: string;
}

/** Packages from anywhere by every metric, then by the features of each grid that holds two or more of them. */
export function compareAcrossGrids(
  packages: ComparedPackage[],
  grids: SharedGrid[],
  features: (GridFeature & { gridId: number })[],
  cells: FilledCell[],
): ComparisonSource {
  const sections = grids.map(({ id, slug, title }) => ({
    ...featureGroup(
      `${title}: what can it do?`,
      features.filter(({ gridId }) => gridId === id),
      cells,
    ),
    href: `/grids/g/${slug}/`,
  }));
  return {
    packages,
    groups: [...metricGroups, ...sections.filter(({ facts }) => facts.length > 0)],
  };
}
