import type { Alternatives } from './match';
import { isStopWord } from './stop-words';
import { unitsOfAll, withoutPrefix } from './tokens';

/** One alternative of a group, in index units. */
interface Sequence {
  units: string[];
  /** The units with spaces around them, to search for in a text's units. */
  text: string;
  /** Whether it is the typed text, a completion of it, or the same letters split differently; false for synonyms and corrections. */
  isTyped: boolean;
}

/** One or more consecutive words of a query, with their alternatives. */
export interface QueryGroup {
  alternatives: Sequence[];
  /** Groups that are synonyms of each other, such as `task` and `queue`, have the same family. */
  family: number;
}

/** The groups of a query in index units; a word typed twice gives one group. */
export function queryGroups(groups: Alternatives[]): QueryGroup[] {
  const byTyped = new Map(groups.map((group) => [joined(group[0]), group]));
  const all = Array.from(byTyped, ([typed, group]) => ({ typed, group }));
  return all.map(({ typed, group }) => ({
    family: all.findIndex((it) => it.group.some((words) => joined(words) === typed)),
    alternatives: group.map((words) => sequence(words, typed)),
  }));
}

function sequence(words: string[], typed: string): Sequence {
  const units = unitsOfAll(words);
  return { units, text: spaced(units), isTyped: joined(words).startsWith(typed) };
}

const spaced = (units: string[]) => ` ${units.join(' ')} `;

/** A group without synonyms and corrections. */
export const typedOnly = ({ alternatives, ...group }: QueryGroup): QueryGroup => ({
  ...group,
  alternatives: alternatives.filter(({ isTyped }) => isTyped),
});

const joined = (words: string[] = []) => words.join('');

export interface Holding {
  /** Number of groups found in the text. Groups of one family need a word each: `tasks` alone doesn't match `task queue`. */
  count: number;
  /** Whether all groups were found. */
  isAll: boolean;
  /** Whether all groups were found as typed. */
  isTyped: boolean;
  /** Indexes of the matching units. */
  places: Set<number>;
}

const nothing: Holding = { count: 0, isAll: false, isTyped: false, places: new Set() };

/** Finds the groups of a query in a text: first as typed, then by synonyms and corrections. */
export function holdGroups(units: string[], groups: QueryGroup[]): Holding {
  const all = spaced(units);
  const isThere = ({ text }: Sequence) => all.includes(text);
  // Fast path: most names match no group.
  if (!groups.some(({ alternatives }) => alternatives.some(isThere))) return nothing;
  const text = { units, all, used: new Set<string>(), places: new Set<number>() };
  const isHeld = groups.map((group) => takeAny(text, group, true));
  const typed = isHeld.filter(Boolean).length;
  const rest = groups.filter((group, index) => !isHeld[index] && takeAny(text, group, false));
  const count = typed + rest.length;
  const isAll = count === groups.length;
  return { count, isAll, isTyped: isAll && typed === count, places: text.places };
}

interface Text {
  units: string[];
  /** The units with spaces around them. */
  all: string;
  /** Units already matched, each with the family of its group. */
  used: Set<string>;
  places: Set<number>;
}

function takeAny(text: Text, { alternatives, family }: QueryGroup, isTyped: boolean): boolean {
  return alternatives.some((it) => it.isTyped === isTyped && take(text, it, family));
}

function take(text: Text, { units: wanted, text: sought }: Sequence, family: number): boolean {
  const { units, all, used, places } = text;
  if (!all.includes(sought) || wanted.some((unit) => used.has(`${family} ${unit}`))) return false;
  const start = units.findIndex((_, at) =>
    wanted.every((unit, index) => units[at + index] === unit),
  );
  for (const [index, unit] of wanted.entries()) {
    used.add(`${family} ${unit}`);
    places.add(start + index);
  }
  return true;
}

/** Share of a name's letters at these indexes, 0 to 1; stop words and a prefix such as `django` don't count. */
export function coverOf(units: string[], places: Set<number>): number {
  const first = units.length - withoutPrefix(units).length;
  const lengths = units.map((unit, at) => (at < first || isStopWord(unit) ? 0 : unit.length));
  const sum = (all: number[]) => all.reduce((total, length) => total + length, 0);
  const held = sum(lengths.filter((_, at) => places.has(at)));
  return held / Math.max(1, sum(lengths));
}
