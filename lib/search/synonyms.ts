import { tokensOf } from './tokens';

/** Every two words or phrases of a group, as the index holds words, both ways. */
export function synonymPairs(groups: string[][]): { term: string; other: string }[] {
  return groups.flatMap((group) => {
    const terms = [...new Set(group.map((term) => tokensOf(term).join(' ')))];
    return terms.flatMap((term) =>
      terms.filter((other) => other !== term).map((other) => ({ term, other })),
    );
  });
}
