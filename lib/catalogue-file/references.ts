import { z } from 'zod';
import type { CatalogueFile, CatalogueGrid, CataloguePackage } from './shape';

/** Finds invalid references in a catalogue file: missing and duplicate records. */
export function referenceFaults(file: CatalogueFile): string[] {
  const categories = new Set(file.categories.map((it) => it.slug));
  const packages = new Map(file.packages.map((it) => [it.slug, new Set(it.grids)]));
  const grids = new Map(file.grids.map((it) => [it.slug, new Set(it.packages)]));

  return [
    ...repeated('categories', 'slug', file.categories),
    ...repeated('categories', 'id', file.categories),
    ...repeated('packages', 'slug', file.packages),
    ...repeated('packages', 'id', file.packages),
    ...repeated('packages', 'repo_url', file.packages),
    ...repeated('grids', 'slug', file.grids),
    ...repeated('grids', 'id', file.grids),
    ...repeated('sources', 'key', file.sources),
    ...file.packages.flatMap((it) => packageFaults(it, categories, grids, packages)),
    ...file.grids.flatMap((it) => gridFaults(it, packages)),
    ...rowFaults(file),
  ];
}

/** Finds duplicates among rows of the same table: row ids and former slugs must be unique. */
function rowFaults({ packages, grids }: CatalogueFile): string[] {
  const rows = (list: { row?: number | undefined }[]) =>
    list.map((it) => ({ row: it.row ?? null }));
  const slugs = (list: { slug: string }[]) => list.map(({ slug: text }) => ({ slug: text }));
  return [
    ...repeated('releases', 'row', rows(packages.flatMap((it) => it.releases ?? []))),
    ...repeated('examples', 'row', rows(packages.flatMap((it) => it.examples))),
    ...repeated('memberships', 'row', rows(grids.flatMap((it) => it.memberships))),
    ...repeated('features', 'row', rows(grids.flatMap((it) => it.features))),
    ...repeated('elements', 'row', rows(grids.flatMap((it) => it.elements))),
    ...repeated(
      'former_slugs',
      'row',
      rows([...packages, ...grids].flatMap((it) => it.former_slugs)),
    ),
    ...repeated('packages former_slugs', 'slug', slugs(packages.flatMap((it) => it.former_slugs))),
    ...repeated('grids former_slugs', 'slug', slugs(grids.flatMap((it) => it.former_slugs))),
  ];
}

function repeated<Field extends string>(
  list: string,
  field: Field,
  records: Record<Field, string | number | null>[],
): string[] {
  const seen = new Set<string | number>();
  return records.flatMap((record, index) => {
    const value = record[field];
    if (value === null) return [];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [`${list}[${index}], ${field}: ${JSON.stringify(value)} is there twice`];
  });
}

function packageFaults(
  it: CataloguePackage,
  categories: Set<string>,
  grids: Map<string, Set<string>>,
  slugs: ReadonlyMap<string, unknown>,
): string[] {
  const at = `package "${it.slug}"`;
  return [
    ...(categories.has(it.category) ? [] : [`${at}, category: no category "${it.category}"`]),
    ...it.grids.flatMap((slug) => {
      const members = grids.get(slug);
      if (!members) return [`${at}, grids: no grid "${slug}"`];
      return members.has(it.slug) ? [] : [`${at}, grids: grid "${slug}" does not list it`];
    }),
    ...repeated(`${at} grids`, 'slug', named(it.grids)),
    ...repeated(`${at} releases`, 'number', it.releases ?? []),
    ...replacementFaults(it, slugs),
  ];
}

const named = (slugs: string[]) => slugs.map((it) => ({ slug: it }));

/** A replacement is the URL of a repository, listed or not, or the slug of a listed package. */
function replacementFaults(it: CataloguePackage, slugs: ReadonlyMap<string, unknown>): string[] {
  const by = it.status?.deprecated_by;
  if (by === undefined || by === null) return [];
  const own = [it.slug, it.repo_url?.toLowerCase()];
  if (own.includes(by) || own.includes(by.toLowerCase())) {
    return [`package "${it.slug}", status.deprecated_by: a package can't replace itself`];
  }
  if (slugs.has(by)) return [];
  const isAddress = z.url({ protocol: /^https?$/ }).safeParse(by).success;
  return isAddress
    ? []
    : [`package "${it.slug}", status.deprecated_by: no package and no address "${by}"`];
}

function gridFaults(it: CatalogueGrid, packages: Map<string, Set<string>>): string[] {
  const at = `grid "${it.slug}"`;
  const members = new Set(it.packages);
  const features = new Set(it.features.map((feature) => feature.id));
  const cells = it.elements.map((cell) => ({ cell: `${cell.feature} of ${cell.package}` }));
  return [
    ...it.packages.flatMap((slug) => {
      const own = packages.get(slug);
      if (!own) return [`${at}, packages: no package "${slug}"`];
      return own.has(it.slug) ? [] : [`${at}, packages: "${slug}" does not name this grid`];
    }),
    ...repeated(`${at} packages`, 'slug', named(it.packages)),
    ...repeated(`${at} memberships`, 'package', it.memberships),
    ...it.memberships.flatMap(({ package: slug }) =>
      members.has(slug) ? [] : [`${at}, memberships: "${slug}" is not in this grid`],
    ),
    ...repeated(`${at} features`, 'id', it.features),
    ...repeated(`${at} elements`, 'cell', cells),
    ...it.elements.flatMap((cell, index) => [
      ...(features.has(cell.feature)
        ? []
        : [`${at}, elements[${index}].feature: no feature ${cell.feature}`]),
      ...(members.has(cell.package)
        ? []
        : [`${at}, elements[${index}].package: "${cell.package}" is not in this grid`]),
    ]),
  ];
}
