import { featureGroup, type FilledCell, type GridFeature } from './features';
import type { MetricGroup } from './metric';
import type { ComparedPackage } from './compared-package';
import { metricGroups } from './metrics';
import { mergeSharedFeatures } from './shared-features';

/** All packages and metrics of a comparison, before filtering. */
export interface ComparisonSource {
  /** In the default order. */
  packages: ComparedPackage[];
  groups: MetricGroup[];
}

/** Compares the packages of one grid by all metrics and the grid's features. */
export function compareInGrid(
  packages: ComparedPackage[],
  features: GridFeature[],
  cells: FilledCell[],
): ComparisonSource {
  return {
    packages,
    groups: [
      ...metricGroups,
      { ...featureGroup('What can it do?', features, cells), name: 'Features' },
    ],
  };
}

interface SharedGrid {
  id: number;
  slug: string;
  title: string;
}

/**
 * Compares any packages by all metrics, then by the features of each grid that has two or more of them. Features shared by several of
 * these grids are merged and come before those of single grids.
 */
export function compareAcrossGrids(
  packages: ComparedPackage[],
  grids: SharedGrid[],
  features: (GridFeature & { gridId: number })[],
  cells: FilledCell[],
): ComparisonSource {
  const sections = grids.map(({ id, slug, title }) => {
    const own = features.filter(({ gridId }) => gridId === id);
    return { grid: { title, href: `/grids/g/${slug}/` }, ...featureGroup(title, own, cells) };
  });
  return { packages, groups: [...metricGroups, ...mergeSharedFeatures(sections)] };
}
