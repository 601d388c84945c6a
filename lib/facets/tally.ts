import type { Condition } from '@/lib/search/query';
import type { Micros } from '@/lib/time';
import { meets } from './conditions';
import { facets, type Facet, type FacetChoice, type FacetKey, type Raw } from './facets';

/** A package as the index gives it: the number of its document, then one raw value for each of `facets`. */
export type FacetRow = unknown[];

interface Wanted {
  choice: FacetChoice;
  /** What the words of a search ask for besides. */
  conditions?: Condition[];
  now: Micros;
  /** The titles of categories and grids by `category apps`, which a condition may name too. */
  titles?: Map<string, string>;
}

export interface Tally {
  /** How many packages were looked at. */
  size: number;
  /** The documents of the packages that pass everything, in the order of the rows. */
  numbers: number[];
  /** How many packages there would be with this value of this facet and all other choices as they are. */
  counts: Map<FacetKey, Map<string, number>>;
}

/**
 * Counts packages by facet in one walk over them. A package that passes all choices counts in each facet; one that fails a single
 * choice counts in that facet alone, where another value could be chosen.
 */
export function tally(rows: readonly FacetRow[], wanted: Wanted): Tally {
  const columns = facets.map((facet, index) => new Column(facet, index + 1, wanted));
  const numbers: number[] = [];
  for (const row of rows) {
    const failed = findFailed(columns, row);
    if (failed === 'many') continue;
    if (failed !== 'none') failed.present.count += 1;
    else {
      numbers.push(Number(row[0]));
      for (const column of columns) column.present.count += 1;
    }
  }
  const counts = new Map(columns.map((column) => [column.facet.key, column.counts()]));
  return { size: rows.length, numbers, counts };
}

/** The one column whose choice a package fails. */
function findFailed(columns: Column[], row: FacetRow): Column | 'none' | 'many' {
  let failed: Column | 'none' = 'none';
  for (const column of columns) {
    const { isMet, isChosen } = column.read(row);
    if (!isMet) return 'many';
    if (isChosen) continue;
    if (failed !== 'none') return 'many';
    failed = column;
  }
  return failed;
}

const readRaw = (value: unknown): Raw =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

/** What all packages with the same raw value have in common. */
interface Answer {
  values: string[];
  /** Whether they meet the conditions of the search. */
  isMet: boolean;
  /** Whether they have the value that was chosen. */
  isChosen: boolean;
  count: number;
}

/** One facet of the rows. Raw values repeat, so each is looked into once. */
class Column {
  readonly facet: Facet;
  /** The answer for the row read last. */
  present: Answer = { values: [], isMet: true, isChosen: true, count: 0 };
  readonly #place: number;
  readonly #wanted: Wanted;
  readonly #conditions: Condition[];
  readonly #answers = new Map<unknown, Answer>();

  constructor(facet: Facet, place: number, wanted: Wanted) {
    this.facet = facet;
    this.#place = place;
    this.#wanted = wanted;
    this.#conditions = wanted.conditions?.filter(({ operator }) => operator === facet.key) ?? [];
  }

  read(row: FacetRow): Answer {
    const raw = row[this.#place];
    const bucket = this.facet.bucketOf ? this.facet.bucketOf(raw, this.#wanted.now) : raw;
    const known = this.#answers.get(bucket);
    if (known !== undefined) return (this.present = known);
    this.present = this.#answer(readRaw(bucket));
    this.#answers.set(bucket, this.present);
    return this.present;
  }

  #answer(raw: Raw): Answer {
    const { key, valuesOf } = this.facet;
    const { choice, now, titles } = this.#wanted;
    const values = valuesOf(raw, now);
    const chosen = choice[key];
    const names = values.map((value) => titles?.get(`${key} ${value}`) ?? value);
    return {
      values,
      isMet: this.#conditions.every((it) => meets(it, values, names)),
      isChosen: chosen === undefined || values.includes(chosen),
      count: 0,
    };
  }

  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { values, count } of this.#answers.values()) {
      if (count === 0) continue;
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return counts;
  }
}
