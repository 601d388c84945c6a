export { catalogueLoads, sources } from './catalogue-loads';
export { categories } from './categories';
export { derivedData } from './derived-data';
export { cells, features, gridPackages, grids } from './grids';
export { changes, revisions } from './history';
export { packageExamples, type PackageExample } from './package-examples';
export { metricSamples, pypiProjects, repositories, type Repository } from './package-parts';
export { packages, packageSupport, versions, type Package, type Version } from './packages';
export { slugRedirects } from './slug-redirects';
