import { tokensOf } from './tokens';

/** All pairs of words or phrases in each group, in both directions, as index tokens. */
export function synonymPairs(groups: string[][]): { term: string; other: string }[] {
  return groups.flatMap((group) => {
    const terms = [...new Set(group.map((term) => tokensOf(term).join(' ')))];
    return terms.flatMap((term) =>
      terms.filter((other) => other !== term).map((other) => ({ term, other })),
    );
  });
}
