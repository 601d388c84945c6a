import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { RecordFields } from '@/lib/revisions/changed-fields';
import { prepared } from '../client';
import {
  categories,
  cells,
  features,
  gridPackages,
  grids,
  packageExamples,
  packages,
  repositories,
} from '../schema';

const id = sql.placeholder('id');

const statements = prepared((db) => ({
  category: db
    .select(getTableColumns(categories))
    .from(categories)
    .where(eq(categories.id, id))
    .prepare(),
  package: db
    .select({
      slug: packages.slug,
      title: packages.title,
      categoryId: packages.categoryId,
      // Not the copy in `packages`, which is written at the end of a change.
      repoDescription: repositories.description,
      repoUrl: packages.repoUrl,
      pypiName: packages.pypiName,
      pypiUrl: packages.pypiUrl,
      documentationUrl: packages.documentationUrl,
      isDeprecated: packages.isDeprecated,
      deprecatedAt: packages.deprecatedAt,
      statusSource: packages.statusSource,
      replacedById: packages.replacedById,
      replacementUrl: packages.replacementUrl,
      isArchived: packages.isArchived,
      archivedAt: packages.archivedAt,
      isLocked: packages.isLocked,
    })
    .from(packages)
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .where(eq(packages.id, id))
    .prepare(),
  examples: db
    .select({
      id: packageExamples.id,
      title: packageExamples.title,
      url: packageExamples.url,
      isActive: packageExamples.isActive,
    })
    .from(packageExamples)
    .where(eq(packageExamples.packageId, id))
    .orderBy(asc(packageExamples.id))
    .prepare(),
  grid: db
    .select({
      slug: grids.slug,
      title: grids.title,
      description: grids.description,
      isLocked: grids.isLocked,
      isHeader: grids.isHeader,
    })
    .from(grids)
    .where(eq(grids.id, id))
    .prepare(),
  gridPackages: db
    .select({ packageId: gridPackages.packageId })
    .from(gridPackages)
    .where(eq(gridPackages.gridId, id))
    .orderBy(asc(gridPackages.id))
    .prepare(),
  features: db
    .select({
      id: features.id,
      title: features.title,
      description: features.description,
      metric: features.metric,
      position: features.position,
    })
    .from(features)
    .where(eq(features.gridId, id))
    .orderBy(asc(features.id))
    .prepare(),
  cells: db
    .select({
      featureId: cells.featureId,
      packageId: gridPackages.packageId,
      text: cells.text,
      evidence: cells.evidence,
      comment: cells.comment,
    })
    .from(cells)
    .innerJoin(gridPackages, eq(gridPackages.id, cells.gridPackageId))
    .where(eq(cells.gridId, id))
    .orderBy(asc(cells.id))
    .prepare(),
}));

/**
 * What people have entered in a record, as revisions store it; undefined if there is no such record. Figures read from other hosts, times
 * and computed ones are omitted: they change without an edit. Each package, feature and cell of a grid is a separate field.
 */
export function findRecordFields(
  kind: 'category' | 'package' | 'grid',
  recordId: number,
): RecordFields | undefined {
  const all = statements();
  const asked = { id: recordId };
  const own = all[kind].get(asked);
  if (own === undefined || kind === 'category') return own;
  if (kind === 'package') return { ...own, examples: all.examples.all(asked) };
  const fields: RecordFields = { ...own };
  for (const { packageId } of all.gridPackages.all(asked)) fields[`package ${packageId}`] = true;
  for (const { id, position, ...feature } of all.features.all(asked)) {
    fields[`feature ${id}`] = feature;
    // Apart from the feature, so that a change of the order doesn't conflict with one of the texts.
    if (position !== 0) fields[`position ${id}`] = position;
  }
  for (const { featureId, packageId, ...cell } of all.cells.all(asked)) {
    fields[`cell ${featureId} ${packageId}`] = cell;
  }
  return fields;
}
