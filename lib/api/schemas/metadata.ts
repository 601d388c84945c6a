import { z } from 'zod';

/**
 * The extra fields of v4 documents requested with `include=facts`: everything the catalogue knows, so that it can be exported in full.
 * Derived values, such as health, are left out.
 */

const moment = z.iso.datetime({ offset: true });
const count = z.int().nonnegative();
const rowId = z.int().positive();
const slugText = z.string().regex(/^[-\w]{1,50}$/);
const cycle = z.string().regex(/^\d+(\.\d+)*$/);

const formerSlug = z
  .object({
    id: rowId.describe('Number of this redirect.'),
    slug: slugText.describe('A slug that the record had before.'),
    created: moment.describe('When it gave the slug up.'),
  })
  .describe('An earlier address that leads to this record.');

const precision = z.enum(['time', 'day', 'month']);

const release = z
  .object({
    id: rowId.describe('Number of this release.'),
    number: z.string().min(1).max(100).describe('The version number, as tagged or on PyPI.'),
    date: moment.nullable().describe('When it was released; null where unknown.'),
    precision: precision.describe(
      'How exactly the date is known; one known to the month is given as its first day.',
    ),
    source: z.enum(['tag', 'pypi']).describe('A tag of the repository, or a file on PyPI.'),
    hidden: z.boolean().describe('Whether pages leave it out.'),
    first_seen: moment.nullable().describe('When the site first listed it; null where unknown.'),
  })
  .describe('A release of the package.');

const example = z
  .object({
    id: rowId.describe('Number of this example.'),
    title: z.string().min(1).max(100).describe('Name of the site.'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .describe('Its address.'),
    created: moment.describe('When it was entered.'),
    modified: moment.describe('When it was last edited.'),
  })
  .describe('A site that uses the package.');

export const packageMetadataSchema = z
  .object({
    repo_watchers: count.nullable().describe('Stars; null where unknown, where the old key has 0.'),
    repo_forks: count.nullable().describe('Forks; null where unknown, where the old key has 0.'),
    repo_figures_date: moment.nullable().describe('As of when stars and forks are.'),
    repo_figures_source: z.string().nullable().describe('Key of the source of stars and forks.'),
    commits_over_52: z
      .array(count)
      .nullable()
      .describe('Commits of 52 weeks, oldest first; null where unknown, where the old key has [].'),
    commits_date: moment.nullable().describe('The last day of those 52 weeks.'),
    commit_count: count.nullable().describe('Commits in all.'),
    figures_source: z
      .string()
      .nullable()
      .describe('Where commits, dates and participants are from.'),
    pypi_name: z.string().max(255).nullable().describe('Name of the project on PyPI.'),
    reported_version: z
      .string()
      .max(100)
      .nullable()
      .describe(
        'What PyPI last reported as the newest version; `pypi_version` is another where that is hidden, a pre-release or not the highest.',
      ),
    pypi_download_rank: z
      .int()
      .positive()
      .nullable()
      .describe('Place among all of PyPI by downloads; 1 is the most downloaded.'),
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
      .describe('Number of the trove classifier, 1 Planning to 7 Inactive.'),
    python_versions: z
      .array(cycle)
      .nullable()
      .describe('Releases of Python that its classifiers name; null where they were never read.'),
    django_versions: z
      .array(cycle)
      .nullable()
      .describe('Releases of Django that its classifiers name; null where they were never read.'),
    snapshot_commit: z
      .string()
      .regex(/^[0-9a-f]{7,64}$/)
      .nullable()
      .describe('Commit at which licence, classifiers and evidence were read.'),
    snapshot_date: moment.nullable().describe('When that was.'),
    usage_count: count.nullable().describe('How many people of the reference site use it.'),
    usage_date: moment.nullable().describe('When they were counted.'),
    deprecated: z.boolean().describe('Whether its makers say that it should no longer be used.'),
    deprecated_date: moment.nullable().describe('Since when.'),
    archived: z.boolean().describe('Whether its repository takes no more changes.'),
    archived_date: moment.nullable().describe('Since when.'),
    status_source: z
      .string()
      .nullable()
      .describe('Where it says that it is deprecated or archived.'),
    replaced_by: z.string().nullable().describe('Link to the package to use instead.'),
    replacement_url: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .describe('Address of what to use instead, where that is not listed here.'),
    releases: z.array(release).describe('Its releases, in the order of their numbers here.'),
    examples: z.array(example).describe('Sites that use it.'),
    former_slugs: z.array(formerSlug).describe('Slugs that it had before.'),
  })
  .meta({ id: 'PackageFacts', description: 'What else is known of a package.' });

export type PackageMetadata = z.infer<typeof packageMetadataSchema>;

const membership = z
  .object({
    id: rowId.describe('Number of this membership; packages list their grids by it.'),
    package: rowId.describe('Id of the package.'),
    created: moment.describe('When it joined the grid.'),
  })
  .describe("A package's place in the grid.");

const feature = z
  .object({
    id: rowId.describe('Number of this feature.'),
    title: z.string().min(1).max(100).describe('What the feature is.'),
    description: z.string().max(1000).describe('The same at length; may be empty.'),
    created: moment.describe('When it was entered.'),
    modified: moment.describe('When it was last edited.'),
  })
  .describe('A row of the grid that people fill in.');

const cell = z
  .object({
    id: rowId.describe('Number of this cell.'),
    feature: rowId.describe('Number of its feature.'),
    package: rowId.describe('Id of its package.'),
    text: z.string().max(1000).describe('What is said of the feature: `yes`, `no` or words.'),
    evidence: z
      .string()
      .describe("Where it was read in the package's repository, as path:line; may be empty."),
    created: moment.describe('When it was entered.'),
    modified: moment.describe('When it was last edited.'),
  })
  .describe('One answer: a feature of a package.');

export const gridMetadataSchema = z
  .object({
    memberships: z.array(membership).describe('Its packages in the order of joining.'),
    features: z.array(feature).describe('What it compares.'),
    cells: z.array(cell).describe('What is known of each feature of each package.'),
    former_slugs: z.array(formerSlug).describe('Slugs that it had before.'),
  })
  .meta({ id: 'GridFacts', description: 'The comparison that a grid holds.' });

export type GridMetadata = z.infer<typeof gridMetadataSchema>;

export const catalogueMetadataSchema = z
  .object({
    generated: z.iso.date().nullable().describe('The day on which the catalogue was compiled.'),
    sources: z
      .array(
        z.object({
          key: z.string().describe('As in `repo_figures_source` and `figures_source`.'),
          description: z.string().describe('What that source is.'),
        }),
      )
      .describe('Where figures come from.'),
    synonyms: z
      .array(z.array(z.string()))
      .describe('Words that people use for one another, which the search takes as alike.'),
    licence: z.string().describe('On which terms the data may be used.'),
  })
  .meta({ id: 'CatalogueFacts', description: 'What is known of the catalogue as a whole.' });

export type CatalogueMetadata = z.infer<typeof catalogueMetadataSchema>;
