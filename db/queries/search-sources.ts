import { asc, eq, gt, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { categories, gridPackages, grids, packages, pypiProjects, repositories } from '../schema';
import { isInIds } from './conditions';
import { supportOf } from './support';

const names = (json: string): string[] => {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.map(String) : [];
};

const gridTitles = sql`(
  select json_group_array(grids.title) from grid_packages join grids on grids.id = grid_packages.grid_id
  where grid_packages.package_id = packages.id
)`.mapWith(names);

const gridSlugs = sql`(
  select json_group_array(slug) from (
    select grids.slug from grid_packages join grids on grids.id = grid_packages.grid_id
    where grid_packages.package_id = packages.id order by grids.slug
  )
)`.mapWith(names);

/** Cell texts beyond yes and no, such as `RabbitMQ, Redis`. */
const cellTexts = sql`(
  select json_group_array(distinct cells.text) from grid_packages
  join cells on cells.grid_package_id = grid_packages.id
  where grid_packages.package_id = packages.id and length(cells.text) > 3
)`.mapWith(names);

/** Features for which the package's cell says anything but a plain no. */
const featureTitles = sql`(
  select json_group_array(features.title) from grid_packages
  join cells on cells.grid_package_id = grid_packages.id
  join features on features.id = cells.feature_id
  where grid_packages.package_id = packages.id and trim(lower(cells.text)) not in ('no', '', '-', '-1', 'bad')
)`.mapWith(names);

/** The values that a field of the package had before its revisions. */
const formerValues = (field: 'repoUrl' | 'pypiName') =>
  sql`(
    select json_group_array(distinct revisions.before ->> ${sql.raw(`'${field}'`)}) from revisions
    where revisions.kind = 'package' and revisions.record_id = packages.id
      and revisions.before ->> ${sql.raw(`'${field}'`)} is not null
  )`.mapWith(names);

const packageSources = prepared((db) =>
  db
    .select({
      id: packages.id,
      slug: packages.slug,
      title: packages.title,
      pypiName: packages.pypiName,
      repoUrl: packages.repoUrl,
      description: packages.repoDescription,
      category: categories.title,
      participants: repositories.participants,
      isActive: packages.isActive,
      stars: packages.repoWatchers,
      usageCount: packages.usageCount,
      downloadRank: packages.pypiDownloadRank,
      lastCommitAt: packages.lastCommitAt,
      lastReleaseAt: packages.lastReleaseAt,
      licence: packages.licence,
      developmentStatus: pypiProjects.developmentStatus,
      documentationUrl: packages.documentationUrl,
      categorySlug: categories.slug,
      djangoVersions: supportOf('django'),
      pythonVersions: supportOf('python'),
      gridSlugs,
      gridTitles,
      featureTitles,
      cellTexts,
      formerUrls: formerValues('repoUrl'),
      formerNames: formerValues('pypiName'),
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, packages.id))
    .where(isInIds(packages.id))
    .prepare(),
);

/** The data that these packages are indexed by. */
export function listPackageSources(ids: number[]) {
  return packageSources().all({ ids: JSON.stringify(ids) });
}

// Raw SQL, because Drizzle omits the table name from columns in single-table queries.
const gridFeatures = sql`(
  select json_group_array(features.title || ' ' || features.description)
  from features where features.grid_id = grids.id
)`.mapWith(names);
const packagesOfGrid = sql`(
  select json_group_array(packages.title) from grid_packages
  join packages on packages.id = grid_packages.package_id where grid_packages.grid_id = grids.id
)`.mapWith(names);

const gridSources = prepared((db) =>
  db
    .select({
      id: grids.id,
      slug: grids.slug,
      title: grids.title,
      description: grids.description,
      featureTitles: gridFeatures,
      packageTitles: packagesOfGrid,
    })
    .from(grids)
    .where(isInIds(grids.id))
    .prepare(),
);

/** The data that these grids are indexed by. */
export function listGridSources(ids: number[]) {
  return gridSources().all({ ids: JSON.stringify(ids) });
}

const packagePriors = prepared((db) =>
  db
    .select({
      id: packages.id,
      isActive: packages.isActive,
      stars: packages.repoWatchers,
      usageCount: packages.usageCount,
      downloadRank: packages.pypiDownloadRank,
    })
    .from(packages)
    .where(gt(packages.id, sql.placeholder('after')))
    .orderBy(asc(packages.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The data for the document numbers of up to `limit` packages with an id greater than `after`. */
export function listPackagePriors(after: number, limit: number) {
  return packagePriors().all({ after, limit });
}

const gridPriors = prepared((db) =>
  db
    .select({
      id: grids.id,
      packageCount: sql<number>`(select count(*) from grid_packages where grid_id = grids.id)`,
    })
    .from(grids)
    .prepare(),
);

/** The data for the document numbers of all grids. */
export function listGridPriors() {
  return gridPriors().all();
}

const gridIdsOf = prepared((db) =>
  db
    .selectDistinct({ id: gridPackages.gridId })
    .from(gridPackages)
    .where(isInIds(gridPackages.packageId))
    .prepare(),
);

/** The ids of the grids that any of these packages is in. */
export function listGridIdsOf(ids: number[]): number[] {
  return gridIdsOf()
    .all({ ids: JSON.stringify(ids) })
    .map(({ id }) => id);
}

const packageIdsIn = prepared((db) =>
  db
    .selectDistinct({ id: gridPackages.packageId })
    .from(gridPackages)
    .where(isInIds(gridPackages.gridId))
    .prepare(),
);

/** The ids of the packages in any of these grids. */
export function listPackageIdsIn(ids: number[]): number[] {
  return packageIdsIn()
    .all({ ids: JSON.stringify(ids) })
    .map(({ id }) => id);
}
