import { developmentStatusName } from '@/lib/package/development-status';
import { readLicense } from '@/lib/package/licenses';
import { compareVersions } from '@/lib/package/versions';
import { hostName } from '@/lib/text/links';
import { NO_GRID } from '@/lib/list/query';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';

/** The indexed value of a facet: text (lists are comma-separated), a number or a time; null if unknown. */
export type Raw = string | number | null;

/** A value that packages can be filtered by. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** The facet value for unknown. */
export const UNKNOWN = 'unknown';

/** The facet value for all OSI-approved licences. */
export const OSI = 'osi';

/** The facet value if the classifiers are known but name no release. */
const NONE_NAMED = 'none';

/** Whether a value means unknown or none. */
const isNothing = (value: string) => [UNKNOWN, NONE_NAMED, NO_GRID].includes(value);

export const one = (raw: Raw): string[] => [raw === null ? UNKNOWN : String(raw)];

export const yes = (raw: Raw): string[] => (raw === 1 ? ['1'] : []);

/** The items of a comma-separated list; `none` if it is empty. */
export function itemsOf(raw: Raw, none: string): string[] {
  if (raw === null) return [UNKNOWN];
  return raw === '' ? [none] : String(raw).split(',');
}

export const cyclesOf = (raw: Raw): string[] => itemsOf(raw, NONE_NAMED);

export const nameCycle = (value: string) => (value === NONE_NAMED ? 'none declared' : value);

/** Each release, plus `3` for any Python 3. */
export function pythonsOf(raw: Raw): string[] {
  const cycles = cyclesOf(raw);
  return cycles.some((cycle) => cycle.startsWith('3.')) ? [...new Set([...cycles, '3'])] : cycles;
}

/** Newest first; values that are not releases last. */
export function byCycle(a: FacetValue, b: FacetValue): number {
  const [left, right] = [a, b].map(({ value }) => (/^\d/.test(value) ? value : '-1'));
  return compareVersions(right ?? '', left ?? '') || (a.value < b.value ? -1 : 1);
}

/** Each licence of a package, whether combined by `OR` or `AND`, so that a filter by any of them finds it. */
export function licencesOf(raw: Raw): string[] {
  const licence = readLicense(raw === null ? null : String(raw));
  if (licence === null) return [UNKNOWN];
  const names = licence.names.filter((name) => name !== OSI);
  return licence.isOsiApproved ? [OSI, ...names] : names;
}

/** The name of a host. The value may be any text from the URL; only valid hosts have names. */
export function nameHost(value: string): string {
  if (value === UNKNOWN) return 'no repository';
  const address = `https://${value}/`;
  return URL.canParse(address) ? hostName(address) : value;
}

/** Highest number first, unknown last. */
export const byNumber = (a: FacetValue, b: FacetValue) =>
  Number(a.value === UNKNOWN) - Number(b.value === UNKNOWN) || (a.value > b.value ? -1 : 1);

const YEAR = 365 * MICROS_PER_DAY;

export const isWithinYear = (raw: unknown, now: Micros) =>
  typeof raw === 'number' && raw <= now && now - raw <= YEAR;

/** Age limits of the newest release; each includes the ones before it. */
export const ages = [
  { value: 'quarter', label: 'within 3 months', days: 91 },
  { value: 'year', label: 'within a year', days: 365 },
  { value: 'two-years', label: 'within 2 years', days: 730 },
];
export const OLDER = 'older';

export function agesOf(releasedAt: Raw, now: Micros): string[] {
  if (typeof releasedAt !== 'number' || releasedAt > now) return [UNKNOWN];
  const within = ages.filter(({ days }) => now - releasedAt <= days * MICROS_PER_DAY);
  return within.length > 0 ? within.map(({ value }) => value) : [OLDER];
}

/** Maps all times within the same age limits to a single one. */
export function ageBucket(raw: unknown, now: Micros): Raw {
  if (typeof raw !== 'number' || raw > now) return null;
  const days = ages.find((limit) => now - raw <= limit.days * MICROS_PER_DAY)?.days;
  return now - (days === undefined ? Number.MAX_SAFE_INTEGER / 2 : days * MICROS_PER_DAY);
}

export const nameAge = (value: string) =>
  ages.find((age) => age.value === value)?.label ?? (value === OLDER ? 'over 2 years ago' : value);

const ageOrder = [...ages.map(({ value }) => value), OLDER, UNKNOWN];

export const byAge = (a: FacetValue, b: FacetValue) =>
  ageOrder.indexOf(a.value) - ageOrder.indexOf(b.value);

/** Whether a package meets a search condition: `wanted` in lower case, then its values of the facet and their names. */
export type Meets = (wanted: string, values: string[], names: string[]) => boolean;

/** Matches any of the values or names in lower case, except those that mean none or unknown. */
const anyText =
  (isMet: (text: string, wanted: string) => boolean): Meets =>
  (wanted, values, names) =>
    [...values, ...names]
      .filter((text) => !isNothing(text))
      .some((text) => isMet(text.toLowerCase(), wanted));

export const startsSo = anyText((text, wanted) => text.startsWith(wanted));
export const includesIt = anyText((text, wanted) => text.includes(wanted));
export const isCycle = anyText((text, wanted) => text === wanted || text.startsWith(`${wanted}.`));

/** Whether a development status matches: by `stable`, `Production/Stable` or `5`. */
export const isStatus: Meets = (wanted, values) =>
  values.some((status) => {
    const full = developmentStatusName(Number(status))?.toLowerCase() ?? '';
    return status === wanted || full === wanted || full.split(/[^a-z-]+/).includes(wanted);
  });
