import { compareVersions } from '@/lib/package/versions';
import type { Micros, Precision } from '@/lib/time';
import { readCell } from './cell';
import type { ComparedPackage } from './compared-package';

/** The source of a cell: its text, and a URL if it names a file. */
export interface Evidence {
  text: string;
  href: string | undefined;
}

/** The grid of a feature. */
export interface Origin {
  title: string;
  href: string;
}

/** The cell of one of several grids that share a feature. */
export interface Answer {
  text: string;
  evidence: Evidence | undefined;
  grid: Origin;
}

export interface CellValue {
  kind: 'cell';
  value: string | null;
  evidence: Evidence | undefined;
  /** Who last confirmed it and when, in words. */
  confirmed?: string | undefined;
  asOf: null;
  /** The cell of each grid, if the grids with this feature disagree. `value` joins them into one text. */
  answers?: Answer[];
}

/** The value of a metric for a package. A null value is unknown; `asOf` is the day it was read. */
export type MetricValue =
  | {
      kind: 'count';
      value: number | null;
      asOf: Micros | null;
    }
  | { kind: 'health'; value: number | null; asOf: Micros | null }
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
  | CellValue;

/** A row of a comparison: a collected figure, or a feature filled in by people. */
export interface Metric {
  /** Its name in `show` and `sort`; unique within a comparison. */
  key: string;
  /** Other keys accepted in `show`, `sort` and `has`: those of the feature in single grids. */
  aliases?: string[];
  label: string;
  /** What it means and its source, in one sentence. */
  description: string;
  better?: 'higher' | 'lower';
  /** Whether a bar shows its share of the largest value in the row. */
  hasBar?: boolean;
  /** Key of the metric that a feature repeats. */
  repeats?: string;
  /** What the features that repeat this metric say about a package; missing if there are none. */
  notes?: (it: ComparedPackage) => CellValue[];
  /** The grids of a feature shared by several. */
  grids?: Origin[];
  read: (it: ComparedPackage) => MetricValue;
}

export interface MetricGroup {
  title: string;
  /** A short name for links to the group; the title if omitted. */
  name?: string;
  /** Link to the grid of the metrics, if shown on another page. */
  href?: string;
  metrics: Metric[];
}

/** The number a value is ranked by; null if it is unknown or not rankable. */
export function numberOf(value: MetricValue): number | null {
  switch (value.kind) {
    case 'count':
    case 'health':
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

/** Whether a value can be ranked: it is known and not a date in the future. */
export function isRankable(value: MetricValue, now: Micros): boolean {
  return value.value !== null && !(value.kind === 'age' && value.value > now);
}

/**
 * Compares two known values of a metric, for Array.sort: numbers by size, version lists by their newest version, text alphabetically, and
 * cells by mark (no, text, yes) and strength.
 */
export function compareValues(a: MetricValue, b: MetricValue): number {
  if (a.kind === 'list' && b.kind === 'list') {
    return compareVersions(a.value?.at(-1) ?? '0', b.value?.at(-1) ?? '0');
  }
  if (isText(a) && isText(b)) return compareWords(a.value ?? '', b.value ?? '');
  if (a.kind === 'cell' && b.kind === 'cell') return compareCells(a, b);
  return (numberOf(a) ?? 0) - (numberOf(b) ?? 0);
}

const isText = (metric: MetricValue) => metric.kind === 'words' || metric.kind === 'link';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareWords(a: string, b: string): number {
  return collator.compare(a, b);
}

function compareCells(a: CellValue, b: CellValue): number {
  return bestSign(a) - bestSign(b) || compareWords(a.value ?? '', b.value ?? '');
}

/** The signed strength of a cell; the highest of them if grids disagree. */
function bestSign({ value, answers }: CellValue): number {
  return answers ? Math.max(...answers.map(({ text }) => signOf(text))) : signOf(value ?? '');
}

function signOf(text: string): number {
  const { mark, strength } = readCell(text);
  if (mark === undefined) return 0;
  return mark === 'yes' ? strength : -strength;
}

/** Whether a package has a feature: its cell, or one of several, is filled in and not a no. */
export function hasFeature(value: MetricValue): boolean {
  return (
    value.kind === 'cell' &&
    value.value !== null &&
    value.value.trim() !== '' &&
    bestSign(value) >= 0
  );
}

/** Whether all values are equal; unknown equals only unknown. */
export function areAlike(values: MetricValue[]): boolean {
  return new Set(values.map(({ value }) => JSON.stringify(value))).size < 2;
}
