import { redirectToSlug } from '@/app/redirect-to-slug';
import { findGridSlug } from '@/db/queries/resolve-slug';
import type { PageQuery } from '@/lib/text/links';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { listEditedCells } from '@/db/queries/edited-cells';
import { findGrid } from '@/db/queries/grids';
import { describeConfirmation } from '@/lib/comparison/evidence';
import type { FilledCell } from '@/lib/comparison/features';
import { comparisonQuery } from '@/lib/comparison/query';
import { compareInGrid } from '@/lib/comparison/source';
import { viewComparison } from '@/lib/comparison/view';
import type { Clock } from '@/lib/time';
import { readClock } from '../../../../clock';

/** Path of a grid, or of a page below it. */
const pathOf = (part: string) => (slug: string) => `/grids/g/${slug}/${part}`;

interface GridPageRequest {
  slug: string;
  /** The rest of the path after the slug. */
  part?: string;
  query: PageQuery;
}

/** Returns the grid of a page. Redirects a former slug or another spelling to the same page; undefined if there is no such grid. */
export function findGridOfPage({ slug, part = '', query }: GridPageRequest) {
  const grid = findGrid(slug);
  if (!grid) redirectToSlug({ kind: 'grid', name: slug, pathOf: pathOf(part), query });
  return grid;
}

/** Returns the path of a grid under its current slug, for exports; undefined if there is no such grid. */
export function findGridPath({ slug }: { slug: string }): string | undefined {
  const present = findGridSlug(slug);
  return present === undefined ? undefined : pathOf('')(present);
}

/** Loads a grid with its comparison in the state of the query; undefined if no grid has this slug. */
export function loadGrid({ slug }: { slug: string }, query: unknown) {
  const grid = findGrid(slug);
  if (!grid) return undefined;

  const clock = readClock();
  const { id, title } = grid;
  const chosen = comparisonQuery.parse(query);
  const cells = chosen.evidence ? withConfirmations(id, clock) : listCells(id);
  const source = compareInGrid(listComparedPackages(id), listFeatures(id), cells);
  const view = viewComparison(source, chosen, clock);
  return { title, fileName: slug, grid, source, view, clock };
}

/** The filled cells of a grid, with who last confirmed each and when. */
function withConfirmations(gridId: number, clock: Clock): FilledCell[] {
  const keyOf = (cell: { featureId: number; packageId: number }) =>
    `${cell.featureId} ${cell.packageId}`;
  const confirmed = new Map(
    listEditedCells(gridId).map((cell) => [keyOf(cell), describeConfirmation(cell, clock)]),
  );
  return listCells(gridId).map((cell) => ({
    ...cell,
    confirmed: confirmed.get(keyOf(cell)),
  }));
}
