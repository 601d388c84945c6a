import * as announcements from '@/db/queries/announcements';
import * as apiSearchRecords from '@/db/queries/api-search-records';
import * as catalogue from '@/db/queries/catalogue';
import * as candidates from '@/db/queries/search-candidates';
import * as checked from '@/db/queries/check-packages';
import * as categories from '@/db/queries/categories';
import * as comparison from '@/db/queries/comparison';
import * as facets from '@/db/queries/facets';
import * as feeds from '@/db/queries/feeds';
import * as facts from '@/db/queries/metadata';
import * as found from '@/db/queries/search-results';
import * as grids from '@/db/queries/grids';
import * as health from '@/db/queries/health';
import * as liked from '@/db/queries/liked';
import * as outline from '@/db/queries/outline';
import * as packageFeatures from '@/db/queries/package-features';
import * as packages from '@/db/queries/packages';
import * as posts from '@/db/queries/posts';
import * as readiness from '@/db/queries/readiness';
import * as recordFields from '@/db/queries/record-fields';
import * as recordLists from '@/db/queries/api-record-lists';
import * as records from '@/db/queries/api-records';
import * as relatedGrids from '@/db/queries/related-grids';
import * as resolveSlug from '@/db/queries/resolve-slug';
import * as search from '@/db/queries/search';
import * as searchHits from '@/db/queries/search-hits';
import * as searchSources from '@/db/queries/search-sources';
import * as selections from '@/db/queries/selections';
import * as sitemap from '@/db/queries/sitemap';
import * as statistics from '@/db/queries/statistics';
import * as support from '@/db/queries/support';
import * as timesheet from '@/db/queries/timesheet';
import * as trending from '@/db/queries/trending';
import * as v3Records from '@/db/queries/api-v3-records';
import * as versions from '@/db/queries/versions';
import * as vocabulary from '@/db/queries/vocabulary';
import * as weeklyMetrics from '@/db/queries/weekly-metrics';
import * as weeklyPicks from '@/db/queries/weekly-picks';
import { NO_GRID } from '@/lib/list/query';
import { gridSorts, packageSorts, readinessSorts } from '@/lib/list/sort-orders';
import { FULL_GRID } from '@/tests/bench/generate-grids';
import { readQuery } from '@/lib/search/query';
import { editModules, editQueries } from './edit-queries';
import { peopleModules, peopleQueries } from './people-queries';

/** By file of db/queries, except those with only parts of queries. */
export const modules = {
  'api-search-records.ts': apiSearchRecords,
  'catalogue.ts': catalogue,
  'search-candidates.ts': candidates,
  'categories.ts': categories,
  'check-packages.ts': checked,
  'comparison.ts': comparison,
  'facets.ts': facets,
  'feeds.ts': feeds,
  'metadata.ts': facts,
  'search-results.ts': found,
  'grids.ts': grids,
  'health.ts': health,
  'liked.ts': liked,
  'outline.ts': outline,
  'package-features.ts': packageFeatures,
  'packages.ts': packages,
  'readiness.ts': readiness,
  'record-fields.ts': recordFields,
  'announcements.ts': announcements,
  'posts.ts': posts,
  'weekly-metrics.ts': weeklyMetrics,
  'weekly-picks.ts': weeklyPicks,
  'api-record-lists.ts': recordLists,
  'api-records.ts': records,
  'related-grids.ts': relatedGrids,
  'resolve-slug.ts': resolveSlug,
  'search.ts': search,
  'search-hits.ts': searchHits,
  'search-sources.ts': searchSources,
  'selections.ts': selections,
  'sitemap.ts': sitemap,
  'statistics.ts': statistics,
  'support.ts': support,
  'timesheet.ts': timesheet,
  'trending.ts': trending,
  'api-v3-records.ts': v3Records,
  'versions.ts': versions,
  'vocabulary.ts': vocabulary,
  ...editModules,
  ...peopleModules,
};

export const slice = { limit: 20, offset: 40 };
export const all = {};
export const filtered = { category: 'apps' };
export const inNoGrid = { ...filtered, grid: NO_GRID };
export const release = { category: '', product: 'django', cycle: '5.2', releasedAt: 1 } as const;
const searched = { ids: [1, 2], category: 'apps' };
export const id = 1;
const recordFilters = [{}, { ids: [1, 2] }, { since: 1 }, { isActive: true }];
const scopes = [{}, { categoryId: id }, { gridId: id }];
const { slug } = FULL_GRID;
const admin = { groups: [[['admin']]], phrases: [], excluded: [] };

/** Every query of the site by name, called in all the ways that produce different SQL. */
export const queries: Record<string, () => unknown> = {
  ...editQueries,
  listGridTitles: grids.listGridTitles,
  ...peopleQueries,
  findGridById: () => grids.findGridById(1),
  findGridPackage: () => grids.findGridPackage(1, 1),
  findPackageById: () => packages.findPackageById(1),
  findCatalogueLoad: catalogue.findCatalogueLoad,
  listSources: catalogue.listSources,
  countCatalogue: catalogue.countCatalogue,
  listPackageMetadata: () => facts.listPackageMetadata([1, 2]),
  listGridMetadata: () => facts.listGridMetadata([1, 2]),
  listIdsAfter: () => [facts.listIdsAfter('package', 1, 20), facts.listIdsAfter('grid', 1, 20)],
  listCategoryMetadata: facts.listCategoryMetadata,
  listCatalogueMetadata: facts.listCatalogueMetadata,
  listCategories: categories.listCategories,
  findCategory: () => categories.findCategory('apps'),
  listComparedPackages: () => comparison.listComparedPackages(id),
  listComparedTitles: () => comparison.listComparedTitles(id),
  listFeatures: () => comparison.listFeatures(id),
  listCells: () => comparison.listCells(id),
  listNewestPackages: () => feeds.listNewestPackages(15),
  listNewestPackagesOf: () => feeds.listNewestPackagesOf(id, 15),
  listLatestReleases: () => feeds.listLatestReleases(15),
  listReleasesOfPackage: () => feeds.listReleasesOfPackage(id, 15),
  listReleasesOfGrid: () => feeds.listReleasesOfGrid(id, 15),
  listJoinedPackages: () => feeds.listJoinedPackages(id, 15),
  listOutlinedPackages: () => outline.listOutlinedPackages(20),
  listMembersOfGrids: outline.listMembersOfGrids,
  listPackageChanges: () => sitemap.listPackageChanges(slice),
  findLatestPackageChange: sitemap.findLatestPackageChange,
  listGridChanges: sitemap.listGridChanges,
  listCategoryChanges: sitemap.listCategoryChanges,
  findHits: () =>
    ['admin forms', 'admni', '"fast forms" -admin', 'admin django:5.2 licence:mit'].map((text) =>
      search.findHits(readQuery(text)),
    ),
  listFoundPackages: () => found.listFoundPackages([1, 2]),
  listFoundGrids: () => found.listFoundGrids([1, 2]),
  findAndCount: () =>
    ['', 'admin', 'admin grid:forms'].map((text) =>
      search.findAndCount(readQuery(text), { choice: { python: '3' }, isActiveOnly: true, now: 1 }),
    ),
  findPackages: () => search.findPackages('admin', { isActiveOnly: true }),
  findGrids: () => ['admin', 'admni forms'].map(search.findGrids),
  listHits: () => search.listHits(search.findHits(readQuery('admin')), slice),
  listHitsBy: () => search.listHitsBy(search.findHits(readQuery('admin')), '-health', slice),
  listCandidates: () => candidates.listCandidates([1, 2]),
  findFacets: () => facets.findFacets({ isActiveOnly: true }),
  findFacetsById: () => facets.findFacetsById({ isActiveOnly: true }),
  findFacetsOf: () => facets.findFacetsOf([1, 2], { isActiveOnly: false }),
  findMatchingFacets: () => facets.findMatchingFacets(admin, { isActiveOnly: true }),
  listFacetTitles: facets.listFacetTitles,
  listMatches: () => searchHits.listMatches(admin, 'package', 20),
  countMatches: () => searchHits.countMatches(admin, 'grid', 20),
  listTitled: () => [
    searchHits.listTitled('package', 'adm', 20),
    searchHits.listTitled('grid', 'adm', 20),
  ],
  listAddressed: () => [
    searchHits.listAddressed({ kind: 'package', slug }),
    searchHits.listAddressed({ kind: 'grid', slug }),
  ],
  listExactlyNamed: () => searchHits.listExactlyNamed('admin', 20),
  listNamed: () => searchHits.listNamed('adm', 20),
  listPackageSources: () => searchSources.listPackageSources([1, 2, 3]),
  listGridSources: () => searchSources.listGridSources([1, 2, 3]),
  listPackagePriors: () => searchSources.listPackagePriors(0, 20),
  listGridPriors: searchSources.listGridPriors,
  listGridIdsOf: () => searchSources.listGridIdsOf([1, 2]),
  listPackageIdsIn: () => searchSources.listPackageIdsIn([1, 2]),
  listSuggestions: () => search.listSuggestions('adm', 8),
  listNearTerms: () => vocabulary.listNearTerms('admniss'),
  listTermsFrom: () => vocabulary.listTermsFrom('adm', 8),
  listSynonyms: () => vocabulary.listSynonyms(['admin']),
  listSelectedPackages: () => selections.listSelectedPackages(['celery', 'huey']),
  listSharedGrids: () => selections.listSharedGrids([1, 2, 3]),
  listFeaturesOfGrids: () => selections.listFeaturesOfGrids([1, 2]),
  listCellsOfPackages: () => selections.listCellsOfPackages([1, 2, 3]),
  listPostHeadings: () => posts.listPostHeadings(1),
  listPosts: () => posts.listPosts(1, slice),
  listUnpublishedPosts: () => posts.listUnpublishedPosts(1),
  findPost: () => posts.findPost(slug),
  findPostById: () => posts.findPostById(id),
  listAnnouncements: () => announcements.listAnnouncements(1),
  findAnnouncement: () => announcements.findAnnouncement(1),
  findAnnouncementById: () => announcements.findAnnouncementById(id),
  findWeeklyPick: () => weeklyPicks.findWeeklyPick(1),
  listWeeklyPicks: () => weeklyPicks.listWeeklyPicks(1),
  listGrids: () => {
    for (const sort of gridSorts) {
      grids.listGrids(sort, slice);
      grids.listGrids(sort, slice, [1, 2]);
    }
  },
  listGridsInOrder: () => grids.listGridsInOrder([1, 2], slice),
  countGrids: () => [grids.countGrids(), grids.countGrids([1, 2])],
  findGrid: () => grids.findGrid(slug),
  listGridsOfPackage: () => grids.listGridsOfPackage(id),
  listNeighbours: () => grids.listNeighbours(id),
  findShowcaseGrid: grids.findShowcaseGrid,
  listBestKeptGrids: () => grids.listBestKeptGrids(18),
  listHealthInputs: () => [health.listHealthInputs(), health.listHealthInputs([1, 2])],
  findHealthInput: () => health.findHealthInput(1),
  listHealthBefore: () => health.listHealthBefore(1),
  countByHealth: health.countByHealth,
  listPackages: () => {
    for (const sort of packageSorts) {
      packages.listPackages(all, sort, slice);
      packages.listPackages(filtered, sort, slice);
      packages.listPackages(inNoGrid, sort, slice);
    }
  },
  listPackagesOf: () => packages.listPackagesOf([1, 2]),
  listSortedIds: () => {
    for (const sort of packageSorts) packages.listSortedIds([1, 2], sort, slice);
  },
  countPackages: () => [all, filtered, inNoGrid].map(packages.countPackages),
  findPackage: () => packages.findPackage(slug),
  findRecordFields: () =>
    (['category', 'package', 'grid'] as const).map((kind) =>
      recordFields.findRecordFields(kind, id),
    ),
  listReplacedBy: () => packages.listReplacedBy(id),
  listExamples: () => packages.listExamples(id),
  listFeatureCells: () => packageFeatures.listFeatureCells(id),
  listPackageRecords: () => {
    for (const filter of recordFilters) recordLists.listPackageRecords(slice, filter);
  },
  countPackageRecords: () => {
    for (const filter of recordFilters) recordLists.countPackageRecords(filter);
  },
  findPackageRecord: () => [records.findPackageRecord({ id }), records.findPackageRecord({ slug })],
  listGridRecords: () => recordLists.listGridRecords(slice, { ids: [1], since: 1 }, 'title'),
  countGridRecords: () => recordLists.countGridRecords({ ids: [1], since: 1 }),
  findGridRecord: () => [records.findGridRecord({ id }), records.findGridRecord({ slug })],
  listCategoryRecords: () => recordLists.listCategoryRecords(slice, { since: 1 }),
  countCategoryRecords: () => recordLists.countCategoryRecords({ since: 1 }),
  findCategoryRecord: () => [
    records.findCategoryRecord({ id }),
    records.findCategoryRecord({ slug: 'apps' }),
  ],
  listPresentSlugs: () => resolveSlug.listPresentSlugs(['celery', 'nope', 'Admin_Forms']),
  findPackageSlug: () => resolveSlug.findPackageSlug('Admin_Forms'),
  findSlugHolder: () =>
    (['package', 'grid'] as const).map((kind) => resolveSlug.findSlugHolder(kind, 'nope')),
  findGridSlug: () => resolveSlug.findGridSlug('Admin Forms'),
  listNearestNames: () => search.listNearestNames('admni-forms', { limit: 5 }),
  listCheckedPackages: () => checked.listCheckedPackages(['@pypi/celery', '@pypi/nope']),
  listRelatedGrids: () => relatedGrids.listRelatedGrids(id),
  listPackageSearchRecords: () => apiSearchRecords.listPackageSearchRecords([1, 2]),
  listGridSearchRecords: () => apiSearchRecords.listGridSearchRecords([1, 2]),
  listPackageFigures: () => apiSearchRecords.listPackageFigures(slice),
  findNewestCommit: apiSearchRecords.findNewestCommit,
  listLikedPackages: () => liked.listLikedPackages(slice),
  countLikedPackages: liked.countLikedPackages,
  listTrendingPackages: () => trending.listTrendingPackages(1, slice),
  countTrendingPackages: () => trending.countTrendingPackages(1),
  listReadiness: () => {
    for (const sort of readinessSorts) {
      readiness.listReadiness({ ...release, says: '' }, sort, slice);
      readiness.listReadiness({ ...release, ...searched, says: 'no' }, sort, slice);
    }
  },
  countReadiness: () => readiness.countReadiness({ ...release, ...searched }),
  listReadinessCounts: () => readiness.listReadinessCounts('django', 185),
  countStates: statistics.countStates,
  listReleaseDays: statistics.listReleaseDays,
  listLargestGrids: () => statistics.listLargestGrids(20),
  listParticipants: statistics.listParticipants,
  listSupport: () => support.listSupport(id),
  listTimesheetPackages: () => timesheet.listTimesheetPackages(id),
  listTimesheetVersions: () => timesheet.listTimesheetVersions(id),
  listVersions: () => versions.listVersions(id),
  listWeeklyMetrics: () => weeklyMetrics.listWeeklyMetrics(id),
  listWeeklyMetricsOf: () => weeklyMetrics.listWeeklyMetricsOf([id]),
  listTitledPackages: () => scopes.map((scope) => v3Records.listTitledPackages(scope, slice)),
  countTitledPackages: () => scopes.map(v3Records.countTitledPackages),
  findNamedPackage: () => v3Records.findNamedPackage(slug),
  listTitledGrids: () => v3Records.listTitledGrids(slice),
  findNamedGrid: () => v3Records.findNamedGrid(slug),
};
