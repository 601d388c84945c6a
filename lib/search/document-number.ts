/** The kinds of records that are searched. */
export type Kind = 'package' | 'grid';

/**
 * What a record's number in the index encodes: its kind, then its prior (highest first), then its id. FTS5 returns matches in ascending
 * order, so the best-known records come first and a search can stop after a few hundred of a million.
 */
export interface Indexed {
  kind: Kind;
  id: number;
  /** 0 to 1. */
  prior: number;
}

/** A document number modulo this is the record's id. */
export const IDS = 2 ** 32;
const STEPS = 2 ** 12;

/** Document numbers of grids start here. */
export const FIRST_GRID = STEPS * IDS;

/** Whether a document is a grid, by its number. */
export const isGrid = (number: number) => number >= FIRST_GRID;

const stepOf = (prior: number) => Math.min(STEPS - 1, Math.floor((1 - prior) * STEPS));

/** Returns an integer below 2 ** 45. */
export function numberOfDocument({ kind, id, prior }: Indexed): number {
  return (kind === 'grid' ? FIRST_GRID : 0) + stepOf(prior) * IDS + id;
}

/** The record with this document number. */
export function documentOfNumber(number: number): Indexed {
  const kind = isGrid(number) ? 'grid' : 'package';
  const rest = kind === 'grid' ? number - FIRST_GRID : number;
  const step = Math.floor(rest / IDS);
  return { kind, id: rest % IDS, prior: 1 - (step + 0.5) / STEPS };
}

/** Minimum priors of the tiers in which names are looked up: few records are in the first, most in the last. */
const tiers = [0.55, 0.4, 0.25];

export const TIERS = tiers.length + 1;

/** The tier in which a document's names are looked up, starting at 0. */
export function tierOf(number: number): number {
  const { prior } = documentOfNumber(number);
  const tier = tiers.findIndex((least) => prior >= least);
  return tier === -1 ? tiers.length : tier;
}
