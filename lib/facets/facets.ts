import type { Package } from '@/db/schema';
import { developmentStatusName } from '@/lib/package/development-status';
import { NO_GRID } from '@/lib/list/query';
import { domainOf, webAddress } from '@/lib/text/links';
import type { Micros } from '@/lib/time';
import {
  ageBucket,
  ages,
  agesOf,
  byAge,
  byCycle,
  byNumber,
  cyclesOf,
  includesIt,
  isCycle,
  isStatus,
  isWithinYear,
  itemsOf,
  licencesOf,
  nameAge,
  nameCycle,
  nameHost,
  OLDER,
  one,
  OSI,
  pythonsOf,
  startsSo,
  yes,
  type FacetValue,
  type Meets,
  type Raw,
} from './values';

/** The data of a package that its facets are computed from. */
export interface FacetSource extends Pick<
  Package,
  'documentationUrl' | 'isActive' | 'lastCommitAt' | 'lastReleaseAt' | 'licence' | 'repoUrl'
> {
  developmentStatus: number | null;
  categorySlug: string;
  gridSlugs: string[];
  djangoVersions: string[] | null;
  pythonVersions: string[] | null;
}

interface FacetDefinition {
  /** Its name as a URL parameter, as an API parameter and as a column of the index. */
  key: string;
  label: string;
  /** What its parameter filters by, for the API documentation. */
  description: string;
  example: string;
  /** The value in the index. */
  rawOf: (pkg: FacetSource) => Raw;
  /** All values of a package; it matches any of them. */
  valuesOf: (raw: Raw, now: Micros) => string[];
  /** Maps raw values with the same facet values to a single one, for facets with too many raw values to cache each. */
  bucketOf?: (raw: unknown, now: Micros) => Raw;
  /** The name of a value; the value itself if omitted. Titles of categories and grids come from the database. */
  nameOf?: (value: string) => string;
  /** Compares values for sorting; most frequent first if omitted. */
  compare?: (a: FacetValue, b: FacetValue) => number;
  /** Whether its only value is yes, which pages show by its name alone. */
  isFlag?: boolean;
  /** How it is used as a search condition such as `django:5.2`; it can't be one if omitted. */
  meets?: Meets;
}

/** All facets, in the order of the page. */
const definitions = [
  {
    key: 'category',
    label: 'Category',
    description: 'Slug of a category.',
    example: 'apps',
    rawOf: (pkg) => pkg.categorySlug,
    valuesOf: one,
    meets: startsSo,
  },
  {
    key: 'grid',
    label: 'Grid',
    description: `Slug of a grid, or \`${NO_GRID}\` for packages in no grid.`,
    example: 'forms',
    rawOf: (pkg) => pkg.gridSlugs.join(','),
    valuesOf: (raw) => itemsOf(raw, NO_GRID),
    nameOf: (value) => (value === NO_GRID ? 'in no grid' : value),
    meets: includesIt,
  },
  {
    key: 'django',
    label: 'Django',
    description: 'Django version that the package declares support for.',
    example: '5.2',
    rawOf: (pkg) => pkg.djangoVersions?.join(',') ?? null,
    valuesOf: cyclesOf,
    nameOf: nameCycle,
    compare: byCycle,
    meets: isCycle,
  },
  {
    key: 'python',
    label: 'Python',
    description: 'Python version that the package declares support for; `3` is any Python 3.',
    example: '3.13',
    rawOf: (pkg) => pkg.pythonVersions?.join(',') ?? null,
    valuesOf: pythonsOf,
    nameOf: (value) => (value === '3' ? 'any 3' : nameCycle(value)),
    compare: byCycle,
    meets: isCycle,
  },
  {
    key: 'licence',
    label: 'Licence',
    description: 'Licence by its SPDX identifier, or `osi` for any OSI-approved one.',
    example: 'osi',
    rawOf: (pkg) => pkg.licence,
    valuesOf: licencesOf,
    nameOf: (value) => (value === OSI ? 'any OSI-approved' : value),
    meets: startsSo,
  },
  {
    key: 'status',
    label: 'Development status',
    description: 'Number of the development status classifier, 1 (planning) to 7 (inactive).',
    example: '5',
    rawOf: (pkg) => pkg.developmentStatus,
    valuesOf: one,
    nameOf: (value) => developmentStatusName(Number(value)) ?? value,
    compare: byNumber,
    meets: isStatus,
  },
  {
    key: 'maintained',
    label: 'Maintenance',
    description:
      '`1` for packages with a commit in the last year, neither archived nor deprecated.',
    example: '1',
    rawOf: (pkg) => (pkg.isActive ? pkg.lastCommitAt : null),
    valuesOf: (raw, now) => (isWithinYear(raw, now) ? ['1'] : []),
    bucketOf: (raw, now) => (isWithinYear(raw, now) ? now : null),
    nameOf: () => 'Maintained',
    isFlag: true,
  },
  {
    key: 'documentation',
    label: 'Documentation',
    description: '`1` for packages with a link to their documentation.',
    example: '1',
    rawOf: ({ documentationUrl: url }) => Number(url !== null && url !== ''),
    valuesOf: yes,
    nameOf: () => 'Has documentation',
    isFlag: true,
  },
  {
    key: 'host',
    label: 'Repository host',
    description: 'Domain of the repository.',
    example: 'github.com',
    rawOf: (pkg) => hostOf(pkg.repoUrl),
    valuesOf: one,
    nameOf: nameHost,
  },
  {
    key: 'released',
    label: 'Newest release',
    description: `Age of the newest release: ${ages.map(({ value }) => `\`${value}\``).join(', ')} or \`${OLDER}\`.`,
    example: 'year',
    rawOf: (pkg) => pkg.lastReleaseAt,
    valuesOf: agesOf,
    bucketOf: ageBucket,
    nameOf: nameAge,
    compare: byAge,
  },
  // Only pages filter by this one: the API's parameters are settled (lib/api/parameters.ts).
  {
    key: 'committed',
    label: 'Last commit',
    description: 'Age of the last commit, with the same values as `released`.',
    example: 'year',
    rawOf: (pkg) => pkg.lastCommitAt,
    valuesOf: agesOf,
    bucketOf: ageBucket,
    nameOf: nameAge,
    compare: byAge,
  },
] as const satisfies readonly FacetDefinition[];

export type FacetKey = (typeof definitions)[number]['key'];

/** A facet that lists of packages can be filtered by. */
export interface Facet extends FacetDefinition {
  key: FacetKey;
}

export const facets: Facet[] = [...definitions];

function hostOf(url: string | null): string | null {
  const address = webAddress(url);
  return address === undefined ? null : domainOf(address);
}

/** The chosen value of each filtered facet; only packages that match all are listed. */
export type FacetChoice = Partial<Record<FacetKey, string>>;

/** A record with an entry for each facet. */
export function mapFacets<Entry>(entryOf: (facet: Facet) => Entry): Record<FacetKey, Entry>;
export function mapFacets(entryOf: (facet: Facet) => unknown): Record<string, unknown> {
  return Object.fromEntries(facets.map((facet) => [facet.key, entryOf(facet)]));
}

/** The values of a package in the index, by facet. */
export const facetRecord = (pkg: FacetSource) => mapFacets(({ rawOf }) => rawOf(pkg));
