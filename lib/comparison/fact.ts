import { compareVersions } from '@/lib/versions';
import { MICROS_PER_DAY, type Micros, type Precision } from '@/lib/time';
import { readCell } from './cell';
import type { ComparedPackage } from './metrics';

/** Where a cell was read: in words, and at an address if it names a file. */
export interface Evidence {
  text: string;
  href: string | undefined;
}

/** What is known of one fact of one package: a null value is unknown, `asOf` the day on which it was read. */
export type FactValue =
  | { kind: 'count'; value: number | null; asOf: Micros | null }
  | { kind: 'rank'; value: number | null; asOf: null }
  | {
      kind: 'age';
      value: Micros | null;
      precision: Precision;
      note?: string | null;
      asOf: Micros | null;
    }
  | { kind: 'status'; value: number | null; asOf: Micros | null }
  | { kind: 'words'; value: string | null; asOf: Micros | null }
  | { kind: 'link'; value: string | null; asOf: null }
  | { kind: 'list'; value: string[] | null; asOf: Micros | null }
  | { kind: 'weeks'; value: number[] | null; asOf: Micros | null }
  | { kind: 'cell'; value: string | null; evidence: Evidence | undefined; asOf: null };

/** A row of a comparison: a figure that machines collect, or a feature that people fill in. */
export interface Fact {
  /** Its name in `show` and `sort`. */
  key: string;
  label: string;
  /** What it means and where it comes from, in a sentence. */
  description: string;
  better?: 'higher' | 'lower';
  read: (it: ComparedPackage) => FactValue;
}

export interface FactGroup {
  title: string;
  /** The grid that the facts come from, where that isn't the page they stand on. */
  href?: string;
  facts: Fact[];
}

/** The number that a value is ranked by; null where it is unknown or nothing ranks it. */
export function numberOf(value: FactValue): number | null {
  switch (value.kind) {
    case 'count':
    case 'rank':
    case 'age':
    case 'status':
      return value.value;
    case 'weeks':
      return value.value && value.value.reduce((sum, commits) => sum + commits, 0);
    default:
      return null;
  }
}

/** Figures read further apart than this say nothing of each other. */
const MOST_APART = 365 * MICROS_PER_DAY;

/**
 * The best number in a row, or undefined where fewer than two are known, all known ones are equal, or they were read at times too
 * far apart to be held against each other.
 */
export function bestOf(fact: Fact, values: FactValue[]): number | undefined {
  const ranked = values.filter((value) => numberOf(value) !== null);
  if (fact.better === undefined || ranked.length < 2) return undefined;

  const read = ranked.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
  if (Math.max(...read) - Math.min(...read) > MOST_APART) return undefined;

  const known = ranked.map(numberOf).filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (least === most) return undefined;
  return fact.better === 'higher' ? most : least;
}

/**
 * Orders two known values of one fact, for Array.sort: numbers by size, lists of versions by their newest, words by the alphabet,
 * and cells from no over words to yes, more signs further out.
 */
export function compareValues(a: FactValue, b: FactValue): number {
  if (a.kind === 'list' && b.kind === 'list') {
    return compareVersions(a.value?.at(-1) ?? '0', b.value?.at(-1) ?? '0');
  }
  if (isText(a) && isText(b)) return compareWords(a.value ?? '', b.value ?? '');
  if (a.kind === 'cell' && b.kind === 'cell') return compareCells(a.value ?? '', b.value ?? '');
  return (numberOf(a) ?? 0) - (numberOf(b) ?? 0);
}

const isText = (it: FactValue) => it.kind === 'words' || it.kind === 'link';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareWords(a: string, b: string): number {
  return collator.compare(a, b);
}

function compareCells(a: string, b: string): number {
  return signOf(a) - signOf(b) || compareWords(a, b);
}

function signOf(text: string): number {
  const { mark, strength } = readCell(text);
  if (mark === undefined) return 0;
  return mark === 'yes' ? strength : -strength;
}

/** Whether a package has a feature: its cell is filled and does not say no. */
export function hasFeature(value: FactValue): boolean {
  return (
    value.kind === 'cell' &&
    value.value !== null &&
    value.value.trim() !== '' &&
    signOf(value.value) >= 0
  );
}

/** Whether all of these say the same; unknown is like nothing but unknown. */
export function areAlike(values: FactValue[]): boolean {
  return new Set(values.map(({ value }) => JSON.stringify(value))).size < 2;
}
