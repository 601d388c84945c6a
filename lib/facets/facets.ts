import { developmentStatusName } from '@/lib/development-status';
import { isOsiApproved } from '@/lib/licences';
import { hostName } from '@/lib/links';
import { NO_GRID } from '@/lib/list-query';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';
import { compareVersions } from '@/lib/versions';

/** What the index holds of one facet of a package: a text, lists with commas in it; a number or a time; null where it is unknown. */
export type Raw = string | number | null;

/** A value that packages can be chosen by. */
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

/** What packages of a list are told apart by, each a parameter of its address. */
export interface Facet {
  key: FacetKey;
  label: string;
  /** All values that a package has here; it passes a choice of any of them. */
  valuesOf: (raw: Raw, now: Micros) => string[];
  /** What answers for all raw values that have the same values, where these would be too many to remember each. */
  bucketOf?: (raw: unknown, now: Micros) => Raw;
  /** How a value is called; as it stands if left out. Titles of categories and grids only the database knows. */
  nameOf?: (value: string) => string;
  /** The order of its values; the most frequent first if left out. */
  compare?: (a: FacetValue, b: FacetValue) => number;
}

/** The value of what was never found out. */
export const UNKNOWN = 'unknown';

const YEAR = 365 * MICROS_PER_DAY;

/** Commas part the items of a list; none at all is a value too. */
function itemsOf(raw: Raw, none: string): string[] {
  if (raw === null) return [UNKNOWN];
  return raw === '' ? [none] : String(raw).split(',');
}

const one = (raw: Raw): string[] => [raw === null ? UNKNOWN : String(raw)];

/** Of packages whose classifiers were read and name no release. */
const NONE_NAMED = 'none';

const cyclesOf = (raw: Raw): string[] => itemsOf(raw, NONE_NAMED);
const nameCycle = (value: string) => (value === NONE_NAMED ? 'none named' : value);

/** Whether a value says nothing of a package but that there is none. */
export const isNothing = (value: string) => [UNKNOWN, NONE_NAMED, NO_GRID].includes(value);

/** Newest first; what is no release comes last. */
function byCycle(a: FacetValue, b: FacetValue): number {
  const [left, right] = [a, b].map(({ value }) => (/^\d/.test(value) ? value : '-1'));
  return compareVersions(right ?? '', left ?? '') || (a.value < b.value ? -1 : 1);
}

/** `3` for all of Python 3, besides each release. */
function pythonsOf(raw: Raw): string[] {
  const cycles = cyclesOf(raw);
  return cycles.some((it) => it.startsWith('3.')) ? [...new Set([...cycles, '3'])] : cycles;
}

/** Any text may come from an address; only domains have names. */
function nameHost(value: string): string {
  if (value === UNKNOWN) return 'no repository';
  const address = `https://${value}/`;
  return URL.canParse(address) ? hostName(address) : value;
}

/** How long ago a last release may be; each holds the ones before it. */
const ages = [
  { value: 'quarter', label: 'within 3 months', days: 91 },
  { value: 'year', label: 'within a year', days: 365 },
  { value: 'two-years', label: 'within 2 years', days: 730 },
];
const OLDER = 'older';

function agesOf(releasedAt: Raw, now: Micros): string[] {
  if (typeof releasedAt !== 'number') return [UNKNOWN];
  const within = ages.filter(({ days }) => now - releasedAt <= days * MICROS_PER_DAY);
  return within.length > 0 ? within.map(({ value }) => value) : [OLDER];
}

const ageOrder = [...ages.map(({ value }) => value), OLDER, UNKNOWN];

/** All facets, in the order of the columns of the index and of the page. */
export const facets: Facet[] = [
  { key: 'category', label: 'Category', valuesOf: one },
  {
    key: 'grid',
    label: 'Grid',
    valuesOf: (raw) => itemsOf(raw, NO_GRID),
    nameOf: (value) => (value === NO_GRID ? 'in no grid' : value),
  },
  {
    key: 'django',
    label: 'Django',
    valuesOf: cyclesOf,
    nameOf: nameCycle,
    compare: byCycle,
  },
  {
    key: 'python',
    label: 'Python',
    valuesOf: pythonsOf,
    nameOf: (value) => (value === '3' ? 'any 3' : nameCycle(value)),
    compare: byCycle,
  },
  {
    key: 'licence',
    label: 'Licence',
    valuesOf: (raw) => (typeof raw === 'string' && isOsiApproved(raw) ? ['osi', raw] : one(raw)),
    nameOf: (value) => (value === 'osi' ? 'any OSI-approved' : value),
  },
  {
    key: 'status',
    label: 'Development status',
    valuesOf: one,
    nameOf: (value) => developmentStatusName(Number(value)) ?? value,
    compare: (a, b) =>
      Number(a.value === UNKNOWN) - Number(b.value === UNKNOWN) || (a.value > b.value ? -1 : 1),
  },
  {
    key: 'maintained',
    label: 'Upkeep',
    // Its last commit, unless it is archived or deprecated.
    valuesOf: (raw, now) => (typeof raw === 'number' && now - raw <= YEAR ? ['1'] : []),
    bucketOf: (raw, now) => (typeof raw === 'number' && now - raw <= YEAR ? now : null),
    nameOf: () => 'Maintained',
  },
  {
    key: 'documentation',
    label: 'Documentation',
    valuesOf: (raw) => (raw === 1 ? ['1'] : []),
    nameOf: () => 'Has documentation',
  },
  {
    key: 'host',
    label: 'Repository host',
    valuesOf: one,
    nameOf: nameHost,
  },
  {
    key: 'released',
    label: 'Last release',
    valuesOf: agesOf,
    bucketOf: (raw, now) => (typeof raw === 'number' ? now - ageOf(now - raw) : null),
    nameOf: (value) =>
      ages.find((it) => it.value === value)?.label ?? (value === OLDER ? 'longer ago' : value),
    compare: (a, b) => ageOrder.indexOf(a.value) - ageOrder.indexOf(b.value),
  },
];

/** The longest that an age may be and still have the same values. */
function ageOf(age: Micros): Micros {
  const days = ages.find((it) => age <= it.days * MICROS_PER_DAY)?.days;
  return days === undefined ? Number.MAX_SAFE_INTEGER / 2 : days * MICROS_PER_DAY;
}

/** One value for some of the facets; no package that lacks any of them is listed. */
export type FacetChoice = Partial<Record<FacetKey, string>>;
