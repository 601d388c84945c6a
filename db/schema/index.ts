export { catalogueLoads, sources } from './catalogue-loads';
export { categories } from './categories';
export { elements, features, grids, memberships } from './grids';
export { packageExamples } from './package-examples';
export { packages, packageSupport, versions } from './packages';
export { slugRedirects } from './slug-redirects';
