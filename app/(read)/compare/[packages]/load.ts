import { listPresentSlugs } from '@/db/queries/resolve-slug';
import { comparisonQuery } from '@/lib/comparison/query';
import { FEWEST_COMPARED, MOST_COMPARED } from '@/lib/comparison/selection';
import { comparisonFileName } from '@/lib/comparison/file-names';
import { compareAcrossGrids } from '@/lib/comparison/source';
import { viewComparison } from '@/lib/comparison/view';
import { decodeSegment, readSlugs } from '@/lib/package/slugs';
import { joinNames } from '@/lib/text/wording';
import { readClock } from '../../../clock';
import { readSelected } from '../../../selected';

/** Resolves the names in a path, in any spelling: current slugs without duplicates, and names that match no current or former package. */
export function readSelection(path: string) {
  const found = listPresentSlugs(readSlugs(decodeSegment(path)));
  return {
    slugs: [...new Set(found.flatMap(({ slug }) => slug ?? []))],
    unknown: found.filter(({ slug }) => slug === null).map(({ requested }) => requested),
  };
}

/** Loads a comparison of the packages in a path, in the state of the query; undefined if there are too few or too many. */
export function loadSelection(params: { packages: string }, query: unknown) {
  const { slugs } = readSelection(params.packages);
  if (slugs.length < FEWEST_COMPARED || slugs.length > MOST_COMPARED) return undefined;

  const clock = readClock();
  const { packages, grids, features, cells } = readSelected(slugs);
  const source = compareAcrossGrids(packages, grids, features, cells);
  const view = viewComparison(source, comparisonQuery.parse(query), clock);
  const title = joinNames(packages.map((it) => it.title));
  return { title, fileName: comparisonFileName(slugs), grids, source, view, clock };
}
