import type { CatalogueFile, CataloguePackage } from '../shape';
import { gridColumns, joinGrids, tableOf } from './grids';
import { assignIds, counters, required, type Counters } from './ids';
import { timestampsOf, type Timestamps } from './timestamps';
import {
  cyclesOf,
  examplesOf,
  latestOf,
  packageColumns,
  replacementOf,
  versionsOf,
} from './packages';

export type CatalogueRecords = ReturnType<typeof recordsOf>;

/** Converts a catalogue file, which refers to records by slug, to rows with ids. */
export function recordsOf(file: CatalogueFile, moments: Timestamps) {
  const next = counters(file);
  const packageIds = assignIds(file.packages);
  const gridIds = assignIds(file.grids);
  const categoryIds = new Map(file.categories.map((it) => [it.slug, it.id]));
  const byRepository = new Map(
    file.packages.flatMap((it) =>
      it.repo_url === null ? [] : [[it.repo_url.toLowerCase(), packageIds(it.slug)] as const],
    ),
  );
  const membershipOf = joinGrids(file, packageIds, gridIds, next.membership, moments);

  return {
    generated: file.generated,
    sources: file.sources.map(({ key, what }) => ({ key, description: what })),
    synonyms: file.synonyms,
    categories: file.categories.map((it) => ({
      id: it.id,
      slug: it.slug,
      title: it.title,
      titlePlural: it.title_plural,
      description: it.description,
      showPypi: it.show_pypi,
      ...timestampsOf(it, moments),
    })),
    packages: file.packages.map((it) => {
      const id = packageIds(it.slug);
      const versions = versionsOf(it, id, next.version, moments);
      return {
        ...packageColumns(it, moments),
        ...latestOf(it, versions),
        id,
        categoryId: required(categoryIds.get(it.category)),
        ...replacementOf(it, byRepository, packageIds),
        gridIds: it.grids.map(gridIds),
        versions,
        djangoVersions: cyclesOf(it.django_versions),
        pythonVersions: cyclesOf(it.python_versions),
        examples: examplesOf(it, id, next),
        formerSlugs: formerSlugsOf(it, next).map((former) => ({
          ...former,
          kind: 'package' as const,
          packageId: id,
        })),
      };
    }),
    grids: file.grids.map((it) => {
      const id = gridIds(it.slug);
      return {
        ...gridColumns(it, id, moments),
        packageIds: it.packages.map(packageIds),
        memberships: it.packages
          .map((slug) => required(membershipOf.get(`${it.slug} ${slug}`)))
          .sort((a, b) => a.id - b.id),
        ...tableOf(it, id, membershipOf, next, moments),
        formerSlugs: formerSlugsOf(it, next).map((former) => ({
          ...former,
          kind: 'grid' as const,
          gridId: id,
        })),
      };
    }),
  };
}

/** Former slugs of a record. */
function formerSlugsOf(it: Pick<CataloguePackage, 'former_slugs'>, next: Counters) {
  return it.former_slugs.map(({ slug, created, row }) => ({
    id: row ?? next.formerSlug(),
    oldSlug: slug,
    createdAt: created,
  }));
}
