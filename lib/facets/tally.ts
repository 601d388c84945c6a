import type { Condition } from '@/lib/search/query';
import type { Micros } from '@/lib/time';
import { meets } from './conditions';
import { facets, type Facet, type FacetChoice, type FacetKey } from './facets';
import type { FacetTable } from './table';
import type { Raw } from './values';

interface Wanted {
  choice: FacetChoice;
  /** Additional conditions of a search. */
  conditions?: Condition[];
  now: Micros;
  /** Titles of categories and grids, by keys such as `category apps`; conditions can match them too. */
  titles?: Map<string, string>;
}

export interface Tally {
  /** Number of packages in the table. */
  size: number;
  /** Numbers of the matching packages, in the order of the table. */
  numbers: number[];
  /** Number of packages for each value of each facet, with all other choices unchanged. */
  counts: Map<FacetKey, Map<string, number>>;
}

/**
 * Counts packages by facet in one pass. A package that matches all choices counts in every facet; one that fails a single choice counts
 * only in that facet, where another value could be chosen.
 */
export function tally(table: FacetTable, wanted: Wanted): Tally {
  const columns = facets.map((facet) => new Column(facet, table.columns[facet.key], wanted));
  const numbers = table.numbers.filter((_, row) => {
    const failed = findFailed(columns, row);
    if (failed === 'many') return false;
    if (failed !== 'none') failed.present.count += 1;
    else for (const column of columns) column.present.count += 1;
    return failed === 'none';
  });
  const counts = new Map(columns.map((column) => [column.facet.key, column.counts()]));
  return { size: table.numbers.length, numbers, counts };
}

/** The only column whose choice a package fails; `many` also if it fails a search condition. */
function findFailed(columns: Column[], row: number): Column | 'none' | 'many' {
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

/** The result for all packages with the same raw value. */
interface Answer {
  values: string[];
  /** Whether they meet the search conditions. */
  isMet: boolean;
  /** Whether they have the chosen value, if any. */
  isChosen: boolean;
  count: number;
}

/** The values of one facet. Results are cached by raw value, since raw values repeat. */
class Column {
  readonly facet: Facet;
  /** The result for the last row read. */
  present: Answer = { values: [], isMet: true, isChosen: true, count: 0 };
  readonly #raws: readonly unknown[];
  readonly #wanted: Wanted;
  readonly #conditions: Condition[];
  readonly #answers = new Map<unknown, Answer>();

  constructor(facet: Facet, raws: readonly unknown[], wanted: Wanted) {
    this.facet = facet;
    this.#raws = raws;
    this.#wanted = wanted;
    this.#conditions = wanted.conditions?.filter(({ operator }) => operator === facet.key) ?? [];
  }

  read(row: number): Answer {
    const raw = this.#raws[row];
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
