export { accounts, credentials, type Account } from './accounts';
export { catalogueLoads, sources } from './catalogue-loads';
export { categories } from './categories';
export { derivedData } from './derived-data';
export { cells, features, gridPackages, grids } from './grids';
export { changes, revisions } from './history';
export { packageExamples, type PackageExample } from './package-examples';
export { flags, heldEdits } from './moderation';
export {
  pypiProjects,
  repositories,
  weeklyMetrics,
  type Repository,
  type WeeklyMetrics,
} from './package-parts';
export { packages, packageSupport, versions, type Package, type Version } from './packages';
export { favorites, listPackages, lists, usages, watches } from './people';
export { announcements, posts, weeklyPicks } from './posts';
export { slugRedirects } from './slug-redirects';
export { usedIds } from './used-ids';
