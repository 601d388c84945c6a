import {
  listCellsOfPackages,
  listFeaturesOfGrids,
  listSelectedPackages,
  listSharedGrids,
} from '@/db/queries/selections';

/** Some packages with all that a comparison of them needs: the grids that hold two or more of them, their features and cells. */
export function readSelected(slugs: string[]) {
  const packages = listSelectedPackages(slugs);
  const ids = packages.map(({ id }) => id);
  const grids = listSharedGrids(ids);
  const features = listFeaturesOfGrids(grids.map(({ id }) => id));
  return { packages, grids, features, cells: listCellsOfPackages(ids) };
}
