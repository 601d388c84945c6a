import { developmentStatusName } from '@/lib/package/development-status';
import { readLicense } from '@/lib/package/licenses';
import { hostName } from '@/lib/text/links';
import { NO_GRID } from '@/lib/list/query';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';
import { compareVersions } from '@/lib/package/versions';

/** The indexed value of a facet: text (lists are comma-separated), a number or a time; null if unknown. */
export type Raw = string | number | null;

/** A value that packages can be filtered by. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export type FacetKey =
  | 'category'
  | 'grid'
  | 'django'
  | 'python'
  | 'licence'
  | 'status'
  | 'maintained'
  | 'documentation'
  | 'host'
  | 'released';

/** A facet that lists of packages can be filtered by, with a URL parameter of the same name. */
export interface Facet {
  key: FacetKey;
  label: string;
  /** What its parameter filters by, for the API documentation. */
  description: string;
  example: string;
  /** All values of a package; it matches any of them. */
  valuesOf: (raw: Raw, now: Micros) => string[];
  /** One raw value for all those with the same values, for facets with too many raw values to cache each. */
  bucketOf?: (raw: unknown, now: Micros) => Raw;
  /** The name of a value; the value itself if omitted. Titles of categories and grids come from the database. */
  nameOf?: (value: string) => string;
  /** Compares values for sorting; most frequent first if omitted. */
  compare?: (a: FacetValue, b: FacetValue) => number;
}

/** The facet value for unknown. */
export const UNKNOWN = 'unknown';

/** The facet value for all OSI-approved licences. */
const OSI = 'osi';

const YEAR = 365 * MICROS_PER_DAY;

const isWithinYear = (raw: unknown, now: Micros) =>
  typeof raw === 'number' && raw <= now && now - raw <= YEAR;

/** The items of a comma-separated list; `none` if it is empty. */
function itemsOf(raw: Raw, none: string): string[] {
  if (raw === null) return [UNKNOWN];
  return raw === '' ? [none] : String(raw).split(',');
}

const one = (raw: Raw): string[] => [raw === null ? UNKNOWN : String(raw)];

/** The facet value if the classifiers are known but name no release. */
const NONE_NAMED = 'none';

const cyclesOf = (raw: Raw): string[] => itemsOf(raw, NONE_NAMED);
const nameCycle = (value: string) => (value === NONE_NAMED ? 'none named' : value);

/** Whether a value stands for an unknown or missing value. */
export const isNothing = (value: string) => [UNKNOWN, NONE_NAMED, NO_GRID].includes(value);

/** Newest first; values that are not releases last. */
function byCycle(a: FacetValue, b: FacetValue): number {
  const [left, right] = [a, b].map(({ value }) => (/^\d/.test(value) ? value : '-1'));
  return compareVersions(right ?? '', left ?? '') || (a.value < b.value ? -1 : 1);
}

/** Each release, plus `3` for any Python 3. */
function pythonsOf(raw: Raw): string[] {
  const cycles = cyclesOf(raw);
  return cycles.some((it) => it.startsWith('3.')) ? [...new Set([...cycles, '3'])] : cycles;
}

/** Each licence of a package, whether combined by `OR` or `AND`, so that a filter by any of them finds it. */
function licencesOf(raw: Raw): string[] {
  const licence = readLicense(raw === null ? null : String(raw));
  if (licence === null) return [UNKNOWN];
  const names = licence.names.filter((name) => name !== OSI);
  return licence.isOsiApproved ? [OSI, ...names] : names;
}

/** The name of a host. The value may be any text from the URL; only valid hosts have names. */
function nameHost(value: string): string {
  if (value === UNKNOWN) return 'no repository';
  const address = `https://${value}/`;
  return URL.canParse(address) ? hostName(address) : value;
}

/** Age limits of the newest release; each includes the ones before it. */
const ages = [
  { value: 'quarter', label: 'within 3 months', days: 91 },
  { value: 'year', label: 'within a year', days: 365 },
  { value: 'two-years', label: 'within 2 years', days: 730 },
];
const OLDER = 'older';

function agesOf(releasedAt: Raw, now: Micros): string[] {
  if (typeof releasedAt !== 'number' || releasedAt > now) return [UNKNOWN];
  const within = ages.filter(({ days }) => now - releasedAt <= days * MICROS_PER_DAY);
  return within.length > 0 ? within.map(({ value }) => value) : [OLDER];
}

const ageOrder = [...ages.map(({ value }) => value), OLDER, UNKNOWN];

/** All facets, in the order of the index columns and the page. */
export const facets: Facet[] = [
  {
    key: 'category',
    label: 'Category',
    description: 'Slug of a category.',
    example: 'apps',
    valuesOf: one,
  },
  {
    key: 'grid',
    label: 'Grid',
    description: `Slug of a grid, or \`${NO_GRID}\` for packages in no grid.`,
    example: 'forms',
    valuesOf: (raw) => itemsOf(raw, NO_GRID),
    nameOf: (value) => (value === NO_GRID ? 'in no grid' : value),
  },
  {
    key: 'django',
    label: 'Django',
    description: 'Django version that the package declares support for.',
    example: '5.2',
    valuesOf: cyclesOf,
    nameOf: nameCycle,
    compare: byCycle,
  },
  {
    key: 'python',
    label: 'Python',
    description: 'Python version that the package declares support for; `3` is any Python 3.',
    example: '3.13',
    valuesOf: pythonsOf,
    nameOf: (value) => (value === '3' ? 'any 3' : nameCycle(value)),
    compare: byCycle,
  },
  {
    key: 'licence',
    label: 'Licence',
    description: 'Licence by its SPDX identifier, or `osi` for any OSI-approved one.',
    example: 'osi',
    valuesOf: licencesOf,
    nameOf: (value) => (value === OSI ? 'any OSI-approved' : value),
  },
  {
    key: 'status',
    label: 'Development status',
    description: 'Number of the development status classifier, 1 (planning) to 7 (inactive).',
    example: '5',
    valuesOf: one,
    nameOf: (value) => developmentStatusName(Number(value)) ?? value,
    compare: (a, b) =>
      Number(a.value === UNKNOWN) - Number(b.value === UNKNOWN) || (a.value > b.value ? -1 : 1),
  },
  {
    key: 'maintained',
    label: 'Upkeep',
    description:
      '`1` for packages with a commit in the last year, neither archived nor deprecated.',
    example: '1',
    // The raw value is the last commit, unless the package is archived or deprecated.
    valuesOf: (raw, now) => (isWithinYear(raw, now) ? ['1'] : []),
    bucketOf: (raw, now) => (isWithinYear(raw, now) ? now : null),
    nameOf: () => 'Maintained',
  },
  {
    key: 'documentation',
    label: 'Documentation',
    description: '`1` for packages with a link to their documentation.',
    example: '1',
    valuesOf: (raw) => (raw === 1 ? ['1'] : []),
    nameOf: () => 'Has documentation',
  },
  {
    key: 'host',
    label: 'Repository host',
    description: 'Domain of the repository.',
    example: 'github.com',
    valuesOf: one,
    nameOf: nameHost,
  },
  {
    key: 'released',
    label: 'Newest release',
    description: `Age of the newest release: ${ages.map(({ value }) => `\`${value}\``).join(', ')} or \`${OLDER}\`.`,
    example: 'year',
    valuesOf: agesOf,
    bucketOf: (raw, now) => (typeof raw === 'number' && raw <= now ? now - ageOf(now - raw) : null),
    nameOf: (value) =>
      ages.find((it) => it.value === value)?.label ?? (value === OLDER ? 'longer ago' : value),
    compare: (a, b) => ageOrder.indexOf(a.value) - ageOrder.indexOf(b.value),
  },
];

/** The greatest age with the same values as this age. */
function ageOf(age: Micros): Micros {
  const days = ages.find((it) => age <= it.days * MICROS_PER_DAY)?.days;
  return days === undefined ? Number.MAX_SAFE_INTEGER / 2 : days * MICROS_PER_DAY;
}

/** The chosen value of each filtered facet; only packages that match all are listed. */
export type FacetChoice = Partial<Record<FacetKey, string>>;
