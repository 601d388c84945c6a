import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { featureGroup } from '@/lib/comparison/features';
import { metricGroups } from '@/lib/comparison/metrics';
import { comparisonQuery } from '@/lib/comparison/query';
import { viewComparison } from '@/lib/comparison/view';
import { readClock } from '../../../../clock';

/** A grid with its comparison in the state that a query asks for; undefined where there is no grid of this slug. */
export function loadComparison(slug: string, query: unknown) {
  const grid = findGrid(slug);
  if (!grid) return undefined;

  const clock = readClock();
  const features = featureGroup('What can it do?', listFeatures(grid.id), listCells(grid.id));
  const source = { packages: listComparedPackages(grid.id), groups: [...metricGroups, features] };
  const view = viewComparison(source, comparisonQuery.parse(query), clock);
  return { grid, source, view, clock };
}
