import { z } from 'zod';
import { metricKeys } from '@/lib/comparison/metrics';
import { weekRow } from '@/lib/package/weekly-metrics';

/**
 * The extra fields of v4 documents requested with `include=facts`: everything the catalogue knows, so that it can be exported in full.
 * Derived values, such as health, are not included.
 */

const timestamp = z.iso.datetime({ offset: true });
const count = z.int().nonnegative();
const rowId = z.int().positive();
const slugText = z.string().regex(/^[-\w]{1,50}$/);
const cycle = z.string().regex(/^\d+(\.\d+)*$/);

const formerSlug = z
  .object({
    id: rowId.describe('ID of the redirect.'),
    slug: slugText.describe('A former slug of the record.'),
    created: timestamp.describe('When the slug was changed.'),
  })
  .describe('A former slug, which redirects to the record.');

const precision = z.enum(['time', 'day', 'month']);

const release = z
  .object({
    id: rowId.describe('ID of the release.'),
    number: z.string().min(1).max(100).describe('The version number, as tagged or on PyPI.'),
    date: timestamp.nullable().describe('Release date; null if unknown.'),
    precision: precision.describe(
      'Precision of the date. A date known to the month is given as the first day of that month.',
    ),
    source: z.enum(['tag', 'pypi']).describe('A tag in the repository, or a file on PyPI.'),
    hidden: z.boolean().describe('Whether it is hidden on pages.'),
    first_seen: timestamp.nullable().describe('When the site first listed it; null if unknown.'),
  })
  .describe('A release of the package.');

const example = z
  .object({
    id: rowId.describe('ID of the example.'),
    title: z.string().min(1).max(100).describe('Name of the site.'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .describe('Its address.'),
    created: timestamp.describe('When it was added.'),
    modified: timestamp.describe('When it was last edited.'),
  })
  .describe('A site that uses the package.');

export const packageMetadataSchema = z
  .object({
    repo_watchers: count
      .nullable()
      .describe('Stars; null if unknown (0 in the key outside `facts`).'),
    repo_forks: count.nullable().describe('Forks; null if unknown (0 in the key outside `facts`).'),
    repo_figures_date: timestamp.nullable().describe('Date of stars and forks.'),
    repo_figures_source: z.string().nullable().describe('Key of the source of stars and forks.'),
    commits_over_52: z
      .array(count)
      .nullable()
      .describe(
        'Commits in each of 52 weeks, oldest first; null if unknown ([] in the key outside `facts`).',
      ),
    commits_date: timestamp.nullable().describe('The last day of those 52 weeks.'),
    commit_count: count.nullable().describe('Total commits.'),
    open_issues: count.nullable().describe('Open issues, as of `repo_figures_date`.'),
    downloads_last_month: count
      .nullable()
      .describe('Downloads from PyPI in the month before `downloads_date`.'),
    downloads_date: timestamp.nullable().describe('Date of the downloads.'),
    figures_source: z
      .string()
      .nullable()
      .describe('Key of the source of commits, dates and participants.'),
    pypi_name: z.string().max(255).nullable().describe('Name of the project on PyPI.'),
    reported_version: z
      .string()
      .max(100)
      .nullable()
      .describe(
        'Newest version as last reported by PyPI; `pypi_version` differs if that one is hidden, a pre-release or not the highest.',
      ),
    pypi_download_rank: z
      .int()
      .positive()
      .nullable()
      .describe('Rank on PyPI by downloads; 1 is the most downloaded.'),
    requires_python: z
      .string()
      .max(100)
      .nullable()
      .describe('Requires-Python of the newest release.'),
    licence: z.string().max(100).nullable().describe('SPDX identifier of the licence file.'),
    development_status: z
      .int()
      .min(1)
      .max(7)
      .nullable()
      .describe('Number of the Development Status classifier, 1 (Planning) to 7 (Inactive).'),
    python_versions: z
      .array(cycle)
      .nullable()
      .describe('Python versions declared in its classifiers; null if not checked.'),
    django_versions: z
      .array(cycle)
      .nullable()
      .describe('Django versions declared in its classifiers; null if not checked.'),
    snapshot_commit: z
      .string()
      .regex(/^[0-9a-f]{7,64}$/)
      .nullable()
      .describe('Commit at which licence, classifiers and evidence were read.'),
    snapshot_date: timestamp.nullable().describe('When they were read.'),
    usage_count: count.nullable().describe('Number of users on djangopackages.org.'),
    usage_date: timestamp.nullable().describe('Date of `usage_count`.'),
    deprecated: z.boolean().describe('Whether its maintainers recommend against using it.'),
    deprecated_date: timestamp.nullable().describe('Since when.'),
    archived: z.boolean().describe('Whether its repository is read-only.'),
    archived_date: timestamp.nullable().describe('Since when.'),
    status_source: z.string().nullable().describe('Where the deprecation or archiving is stated.'),
    replaced_by: z.string().nullable().describe('Link to the package to use instead.'),
    replacement_url: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .describe('Address of a replacement that is not listed here.'),
    releases: z.array(release).describe('Its releases, sorted by `id`.'),
    examples: z.array(example).describe('Sites that use it.'),
    former_slugs: z.array(formerSlug).describe('Former slugs.'),
    history: z
      .array(weekRow)
      .describe(
        'Its figures by week, oldest first: the Monday, stars, forks, open issues, downloads in the month before, health, and key of the source.',
      ),
    locked: z
      .literal(true)
      .optional()
      .describe('Present if only moderators can edit the package here.'),
  })
  .meta({ id: 'PackageFacts', description: 'Everything else known about a package.' });

export type PackageMetadata = z.infer<typeof packageMetadataSchema>;

const membership = z
  .object({
    id: rowId.describe('ID of the membership; the `grids` of a package are sorted by it.'),
    package: rowId.describe('ID of the package.'),
    created: timestamp.describe('When it was added to the grid.'),
  })
  .describe('A package in the grid.');

const feature = z
  .object({
    id: rowId.describe('ID of the feature.'),
    title: z.string().min(1).max(100).describe('Name of the feature.'),
    description: z.string().max(1000).describe('Longer description; may be empty.'),
    metric: z
      .enum(metricKeys)
      .nullish()
      .describe('Key of the metric that it repeats; null or absent if none.'),
    position: z.int().optional().describe('Features are sorted by it, then by `id`; absent if 0.'),
    created: timestamp.describe('When it was added.'),
    modified: timestamp.describe('When it was last edited.'),
  })
  .describe('A feature that the grid compares, filled in by editors.');

const cell = z
  .object({
    id: rowId.describe('ID of the cell.'),
    feature: rowId.describe('ID of its feature.'),
    package: rowId.describe('ID of its package.'),
    text: z.string().max(1000).describe('`yes`, `no` or a text.'),
    evidence: z
      .string()
      .describe("Source in the package's repository, as path:line; may be empty."),
    comment: z.string().max(1000).optional().describe('A note for editors; absent if none.'),
    confirmed: timestamp
      .optional()
      .describe(
        'When an editor last entered it or said that it is still correct; absent if never.',
      ),
    created: timestamp.describe('When it was added.'),
    modified: timestamp.describe('When it was last edited.'),
  })
  .describe('Whether or how a package has a feature.');

export const gridMetadataSchema = z
  .object({
    memberships: z.array(membership).describe('Its packages, in the order they were added.'),
    features: z.array(feature).describe('The features it compares.'),
    cells: z.array(cell).describe('The cells of the comparison; empty cells are omitted.'),
    former_slugs: z.array(formerSlug).describe('Former slugs.'),
  })
  .meta({ id: 'GridFacts', description: 'The comparison of a grid.' });

export type GridMetadata = z.infer<typeof gridMetadataSchema>;

export const catalogueMetadataSchema = z
  .object({
    generated: z.iso.date().nullable().describe('Date the catalogue was compiled.'),
    sources: z
      .array(
        z.object({
          key: z.string().describe('As in `repo_figures_source` and `figures_source`.'),
          description: z.string().describe('Description of the source.'),
        }),
      )
      .describe('Data sources.'),
    synonyms: z.array(z.array(z.string())).describe('Synonyms used by the search.'),
    licence: z.string().describe('Terms of use of the data.'),
  })
  .meta({ id: 'CatalogueFacts', description: 'Metadata of the catalogue.' });

export type CatalogueMetadata = z.infer<typeof catalogueMetadataSchema>;
