import { listPresentSlugs } from '@/db/queries/selections';
import { comparisonQuery } from '@/lib/comparison/query';
import { FEWEST_COMPARED, MOST_COMPARED } from '@/lib/comparison/selection';
import { compareAcrossGrids } from '@/lib/comparison/source';
import { viewComparison } from '@/lib/comparison/view';
import { readSlugs } from '@/lib/slugs';
import { joinNames } from '@/lib/wording';
import { readClock } from '../../../clock';
import { readSelected } from '../../../selected';

/** The packages that a path names: the slugs they have now, each once, and the names that no package has or had. */
export function readSelection(path: string) {
  const found = listPresentSlugs(readSlugs(decodePath(path)));
  return {
    slugs: [...new Set(found.flatMap(({ slug }) => slug ?? []))],
    unknown: found.filter(({ slug }) => slug === null).map(({ asked }) => asked),
  };
}

/** A part of a path as it was before it was made part of one. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/** A comparison of the packages that a path names, in the state that a query asks for; undefined where they are too few or too many. */
export function loadSelection(params: { packages: string }, query: unknown) {
  const { slugs } = readSelection(params.packages);
  if (slugs.length < FEWEST_COMPARED || slugs.length > MOST_COMPARED) return undefined;

  const clock = readClock();
  const { packages, grids, features, cells } = readSelected(slugs);
  const source = compareAcrossGrids(packages, grids, features, cells);
  const view = viewComparison(source, comparisonQuery.parse(query), clock);
  const title = joinNames(packages.map((it) => it.title));
  return { title, grids, source, view, clock };
}
