import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { comparisonQuery } from '@/lib/comparison/query';
import { compareInGrid } from '@/lib/comparison/source';
import { viewComparison } from '@/lib/comparison/view';
import { readClock } from '../../../../clock';

/** A grid with its comparison in the state that a query asks for; undefined where there is no grid of this slug. */
export function loadGrid({ slug }: { slug: string }, query: unknown) {
  const grid = findGrid(slug);
  if (!grid) return undefined;

  const clock = readClock();
  const { id, title } = grid;
  const source = compareInGrid(listComparedPackages(id), listFeatures(id), listCells(id));
  const view = viewComparison(source, comparisonQuery.parse(query), clock);
  return { title, grid, source, view, clock };
}
