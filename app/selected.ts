import {
  listCellsOfPackages,
  listFeaturesOfGrids,
  listSelectedPackages,
  listSharedGrids,
} from '@/db/queries/selections';

/** Selected packages with everything a comparison needs: the grids that include two or more of them, with their features and cells. */
export function readSelected(slugs: string[]) {
  const packages = listSelectedPackages(slugs);
  const ids = packages.map(({ id }) => id);
  const grids = listSharedGrids(ids);
  const features = listFeaturesOfGrids(grids.map(({ id }) => id));
  return { packages, grids, features, cells: listCellsOfPackages(ids) };
}
