import type { generateGrids } from './generate-grids';
import type { generatePackages } from './generate-packages';

// Converts generated records, which refer to each other by slug, to API documents, which do so by id.

type Package = ReturnType<typeof generatePackages>[number];
type Grid = ReturnType<typeof generateGrids>[number];

interface Generated {
  categories: { id: number; slug: string }[];
  packages: Package[];
  grids: Grid[];
}

const GENERATED = '2026-11-21';

/** Some values are days. */
const timeOf = (text: string | null) => (text?.length === 10 ? `${text}T04:00:00Z` : text);
const generatedAt = timeOf(GENERATED);

export function documentsOf({ categories, packages, grids }: Generated): object[] {
  const idsOf = (records: { id: number; slug: string }[]) =>
    new Map(records.map(({ id, slug }) => [slug, id]));
  const ids = { categories: idsOf(categories), packages: idsOf(packages), grids: idsOf(grids) };
  const link = (kind: keyof typeof ids, slug: string) =>
    `https://example.org/api/v4/${kind}/${ids[kind].get(slug) ?? 0}/`;
  let rows = 0;
  const rowId = () => (rows += 1);
  // Ids rise in the order in which packages joined their grids.
  const gridPackages = packages.flatMap(({ id, grids: joined }) =>
    joined.map((grid) => ({ grid, id: rowId(), package: id, created: generatedAt })),
  );
  const membersOf = (slug: string) => gridPackages.filter(({ grid }) => grid === slug);
  const sources = [{ key: 'bench', description: 'Made up to measure the site with.' }];
  return [
    { generated: GENERATED, sources, synonyms: [] },
    ...categories,
    ...packages.map((it) => ({
      ...it,
      category: link('categories', it.category),
      grids: it.grids.map((slug) => link('grids', slug)),
      pypi_version: null,
      created: it.created ?? generatedAt,
      modified: it.modified ?? it.created ?? generatedAt,
      last_fetched: timeOf(it.last_fetched),
      facts: factsOf(it, rowId, (slug) => link('packages', slug)),
    })),
    ...grids.map(({ features, cells, ...it }) => {
      const edits = { created: it.created, modified: it.modified };
      const ownFeatures = features.map((feature) => ({ ...feature, ...edits, id: rowId() }));
      const ownCells = cells.map(({ feature, package: slug, ...cell }) => ({
        ...{ ...cell, ...edits, id: rowId() },
        feature: ownFeatures[feature - 1]?.id,
        package: ids.packages.get(slug),
      }));
      const facts = {
        memberships: membersOf(it.slug),
        features: ownFeatures,
        cells: ownCells,
        former_slugs: [],
      };
      return { ...it, header: false, packages: [], facts };
    }),
  ];
}

function factsOf(it: Package, rowId: () => number, link: (slug: string) => string) {
  const tags = (it.releases ?? []).map(({ number, date }) => ({
    ...{ id: rowId(), number, date: timeOf(date), precision: 'day', source: 'tag', hidden: false },
  }));
  const isTagged = tags.some(({ number }) => number === it.pypi_version);
  const untagged = {
    ...{ number: it.pypi_version, date: timeOf(it.pypi_released && `${it.pypi_released}-01`) },
    ...{ precision: 'month', source: 'pypi', hidden: false },
  };
  return {
    repo_watchers: it.repo_watchers,
    repo_forks: it.repo_forks,
    repo_figures_date: timeOf(it.repo_watchers_date),
    repo_figures_source: it.repo_watchers_source,
    commits_over_52: it.commits_over_52,
    commits_date: timeOf(it.commits_reference_date),
    commit_count: it.snapshot?.commits_total ?? null,
    figures_source: it.figures_from,
    pypi_name: it.pypi_name,
    reported_version: it.pypi_version,
    pypi_download_rank: it.pypi_download_rank,
    requires_python: it.requires_python,
    licence: it.licence,
    development_status: it.development_status && Number.parseInt(it.development_status, 10),
    python_versions: it.python_versions,
    django_versions: it.django_versions,
    snapshot_commit: it.snapshot?.commit ?? null,
    snapshot_date: timeOf(it.snapshot?.date ?? null),
    usage_count: it.usage_count_2022,
    usage_date: it.usage_count_2022 === null ? null : '2022-05-04T04:00:00Z',
    deprecated: it.status?.deprecated ?? false,
    deprecated_date: timeOf(it.status?.deprecated_at ?? null),
    archived: it.status?.archived ?? false,
    archived_date: timeOf(it.status?.archived_at ?? null),
    status_source: it.status?.source ?? null,
    replaced_by: it.status?.deprecated_by == null ? null : link(it.status.deprecated_by),
    replacement_url: null,
    releases: it.pypi_version === null || isTagged ? tags : [{ id: rowId(), ...untagged }, ...tags],
    examples: [],
    former_slugs: [],
  };
}
