import { catalogue } from './catalogue';
import { categoryInstance, categoryList } from './categories';
import { check, compare, search } from './finding';
import { gridInstance, gridList, gridTable } from './grids';
import { packageHealth, packageInstance, packageList, packageVersions } from './packages';
import { root } from './root';

/** Everything that v4 answers, in the order of its documentation. */
export const operations = {
  root,
  packageList,
  packageInstance,
  packageVersions,
  packageHealth,
  gridList,
  gridInstance,
  gridTable,
  categoryList,
  categoryInstance,
  search,
  compare,
  check,
  catalogue,
};
