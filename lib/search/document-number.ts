/**
 * The number of a record in the index. FTS5 gives what it finds by rising number, so the best known come first and a search can stop after
 * a few hundred of a million: above all the kind, then how little known it is, then the record's own id.
 */
export interface Indexed {
  kind: 'package' | 'grid';
  id: number;
  /** 0 to 1. */
  prior: number;
}

/** A number modulo this is the record's own id. */
export const IDS = 2 ** 32;
const STEPS = 2 ** 12;

/** Grids are numbered from here on. */
export const FIRST_GRID = STEPS * IDS;

const stepOf = (prior: number) => Math.min(STEPS - 1, Math.floor((1 - prior) * STEPS));

/** A whole number below 2 ** 45. */
export function numberOfDocument({ kind, id, prior }: Indexed): number {
  return (kind === 'grid' ? FIRST_GRID : 0) + stepOf(prior) * IDS + id;
}

/** The record that a number stands for. */
export function documentOfNumber(number: number): Indexed {
  const isGrid = number >= FIRST_GRID;
  const rest = isGrid ? number - FIRST_GRID : number;
  const step = Math.floor(rest / IDS);
  return { kind: isGrid ? 'grid' : 'package', id: rest % IDS, prior: 1 - (step + 0.5) / STEPS };
}

/** The least priors of the tiers in which names are looked up: few records in the first, most in the last. */
const tiers = [0.55, 0.4, 0.25];

export const TIERS = tiers.length + 1;

/** In which tier the names of a document stand, 0 first. */
export function tierOf(number: number): number {
  const { prior } = documentOfNumber(number);
  const tier = tiers.findIndex((least) => prior >= least);
  return tier === -1 ? tiers.length : tier;
}
