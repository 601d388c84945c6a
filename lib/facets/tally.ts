import type { Condition } from '@/lib/search/query';
import type { Micros } from '@/lib/time';
import { meets } from './conditions';
import { facets, type Facet, type FacetChoice, type FacetKey, type Raw } from './facets';

/** An index row: the document number of a package, then a raw value for each of `facets`. */
export type FacetRow = unknown[];

/** The packages that facets are counted over. */
export interface FacetScope {
  /** Whether to exclude archived and deprecated packages. */
  isActiveOnly: boolean;
  /** Maximum number of packages, best known first. */
  most?: number;
}

interface Wanted {
  choice: FacetChoice;
  /** Additional conditions of a search. */
  conditions?: Condition[];
  now: Micros;
  /** Titles of categories and grids, by keys such as `category apps`; conditions can match them too. */
  titles?: Map<string, string>;
}

export interface Tally {
  /** Number of rows. */
  size: number;
  /** Document numbers of the matching packages, in row order. */
  numbers: number[];
  /** Number of packages for each value of each facet, with all other choices unchanged. */
  counts: Map<FacetKey, Map<string, number>>;
}

/**
 * Counts packages by facet in one pass. A package that matches all choices counts in every facet; one that fails a single choice counts
 * only in that facet, where another value could be chosen.
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

/** The only column whose choice a package fails; `many` also if it fails a search condition. */
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

/** The result for all packages with the same raw value. */
interface Answer {
  values: string[];
  /** Whether they meet the search conditions. */
  isMet: boolean;
  /** Whether they have the chosen value, if any. */
  isChosen: boolean;
  count: number;
}

/** One facet of the rows. Results are cached by raw value, since raw values repeat. */
class Column {
  readonly facet: Facet;
  /** The result for the last row read. */
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
