import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { projectKey, type Project } from '@/lib/edits/project';
import { formerKey } from '@/lib/search/address-key';
import { documentOfNumber } from '@/lib/search/document-number';
import { webAddress } from '@/lib/text/links';
import { DAY_ZONE, formatDay } from '@/lib/time';
import { prepared } from '../client';
import { categories, packages } from '../schema';
import { findPackage, findPackageById } from './packages';
import { findPackageSlug } from './resolve-slug';
import { listExactlyNamed } from './search-hits';

const fields = prepared((db) =>
  db
    .select({
      title: sql<string>`${packages.title}`,
      category: categories.slug,
      description: packages.repoDescription,
      repository: packages.repoUrl,
      pypi: packages.pypiName,
      documentation: packages.documentationUrl,
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(eq(packages.id, sql.placeholder('id')))
    .prepare(),
);

/** What people enter for a package, by the names of the form's fields. */
export const findEditedPackage = (id: number) => fields().get({ id });

const replacement = alias(packages, 'replacement');

const deprecation = prepared((db) =>
  db
    .select({
      isDeprecated: packages.isDeprecated,
      isArchived: packages.isArchived,
      date: packages.deprecatedAt,
      source: packages.statusSource,
      replacement: sql<string>`coalesce(${replacement.slug}, ${packages.replacementUrl}, '')`,
      replacedById: packages.replacedById,
    })
    .from(packages)
    .leftJoin(replacement, eq(replacement.id, packages.replacedById))
    .where(eq(packages.id, sql.placeholder('id')))
    .prepare(),
);

/**
 * Whether a package is deprecated, where that is announced, and the id of its replacement. `fields` are those of the form: the slug or URL
 * of the replacement, the source if it is an address, and the day.
 */
export function findDeprecation(id: number) {
  const found = deprecation().get({ id });
  if (!found) return undefined;
  const { date, replacement, source, ...rest } = found;
  const fields = {
    replacement,
    source: webAddress(source) === undefined ? '' : (source ?? ''),
    date: date === null ? '' : formatDay(date, DAY_ZONE),
  };
  return { ...rest, source, fields };
}

/** Maximum number of documents to read for a key; the first package among them is used. */
const MOST = 5;

function listPackagesByKey(key: string) {
  return listExactlyNamed(key, MOST)
    .map(documentOfNumber)
    .flatMap(({ kind, id }) => (kind === 'package' ? (findPackageById(id) ?? []) : []));
}

/** The package with a key of its repository or its project on PyPI (lib/search/address-key.ts). */
export const findPackageByKey = (key: string) => listPackagesByKey(key)[0];

/** The package that is this project, if it is listed. */
export function findPackageOfProject(project: Project) {
  if (project.by === 'page') return findPackage(findPackageSlug(project.slug) ?? '')?.package;
  return findPackageByKey(projectKey(project) ?? '');
}

/** The packages that once had the repository or the name of this project. */
export const listFormerPackagesOf = (project: Project) =>
  listPackagesByKey(formerKey(projectKey(project) ?? ''));
