import { asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '../client';
import { categories, grids, gridPackages, packages } from '../schema';
import { supportOf } from './support';

const replacement = alias(packages, 'replacement');

const outlined = prepared((db) =>
  db
    .select({
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      categorySlug: categories.slug,
      health: packages.health,
      stars: packages.repoWatchers,
      starsAt: packages.repoFiguresAt,
      version: packages.lastReleaseNumber,
      releasedAt: packages.lastReleaseAt,
      releasePrecision: packages.lastReleasePrecision,
      lastCommitAt: packages.lastCommitAt,
      licence: packages.licence,
      djangoVersions: supportOf('django'),
      repoUrl: packages.repoUrl,
      pypiName: packages.pypiName,
      isDeprecated: packages.isDeprecated,
      isArchived: packages.isArchived,
      replacement: replacement.title,
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .leftJoin(replacement, eq(replacement.id, packages.replacedById))
    .orderBy(desc(packages.repoWatchers), asc(packages.title))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The packages with the most stars, in any state, with the data for a one-line summary of each. */
export function listOutlinedPackages(limit: number) {
  return outlined().all({ limit });
}

const members = prepared((db) =>
  db
    .select({ gridSlug: grids.slug, title: packages.title })
    .from(grids)
    .innerJoin(gridPackages, eq(gridPackages.gridId, grids.id))
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .orderBy(asc(grids.title), desc(packages.isActive), desc(packages.repoWatchers))
    .prepare(),
);

/** The packages of every grid: by grid title, then active packages first, then most stars first. */
export function listMembersOfGrids() {
  return members().all();
}
