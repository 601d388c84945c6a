import { catalogue } from './catalogue';
import { categoryInstance, categoryList } from './categories';
import { check, compare, search } from './search';
import { gridInstance, gridList, gridTable } from './grids';
import {
  packageHealth,
  packageHistory,
  packageInstance,
  packageList,
  packageVersions,
} from './packages';
import { root } from './root';

/** All v4 operations, in the order of the documentation. */
export const operations = {
  root,
  packageList,
  packageInstance,
  packageVersions,
  packageHealth,
  packageHistory,
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
