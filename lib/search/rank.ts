import type { Kind } from './document-number';
import { coverOf, holdGroups, typedOnly, type QueryGroup } from './hold';
import type { Alternatives } from './match';
import { singular, tokensOf, unitsOfAll, withoutPrefix, wordsOf } from './tokens';

/** A search result before ranking. */
export interface Candidate {
  kind: Kind;
  id: number;
  /** All its names: title, slug, PyPI name. */
  names: string[];
  description: string;
  /** How well known it is, 0 to 1. */
  prior: number;
  /** 0 to 100, or null if unknown. */
  health: number | null;
}

/** The score of a result, with the reason for users, as what follows “Match:”. */
export interface Ranking {
  score: number;
  reason: string;
  /** Whether it is a grid that compares what was searched for. */
  isAnswer: boolean;
}

export interface SearchTerms {
  words: string[];
  /** The words joined into one, with and without a prefix such as `django`. */
  joined: string;
  joinedBare: string;
  /** Alternatives for each word or run of words. */
  groups: Alternatives[];
  /** The groups in index units. */
  queried: QueryGroup[];
  /** Whether an unknown word is a prefix of known ones. */
  isUnfinished: boolean;
  /** Whether the query was a URL or requirement and the result is what it points to. */
  isTarget: boolean;
  /** Ids of the packages in grids that compare what was searched for. */
  members: ReadonlySet<number>;
}

/** Popularity and health together count for less than one step of text match. */
const PRIOR_POINTS = 9;
const HEALTH_POINTS = 3;

/** Among the packages of a grid, the most popular one comes first, whatever its name. */
const MEMBER_PRIOR_POINTS = 28;

/** A grid member's own text match also counts, but less. */
const MEMBER_TEXT_SHARE = 1 / 6;

interface Step {
  points: number;
  reason: string;
}

/** Levels of text match, roughly best first. */
const steps = {
  exact: { points: 100, reason: 'exact name' },
  bare: { points: 92, reason: 'name without its prefix' },
  answers: { points: 76, reason: 'compares these packages' },
  meant: { points: 72, reason: 'compares packages for the same thing' },
  begins: { points: 70, reason: 'name starts with these words' },
  named: { points: 60, reason: 'words in its name' },
  started: { points: 54, reason: 'name starts with this' },
  within: { points: 48, reason: 'a word in its name starts with this' },
  alike: { points: 46, reason: 'synonym in its name' },
  member: { points: 46, reason: 'in a grid that compares these packages' },
  among: { points: 42, reason: 'its name is part of the search' },
  described: { points: 40, reason: 'words in its name and description' },
  text: { points: 30, reason: 'words in its description' },
  said: { points: 28, reason: 'synonym in its description' },
  target: { points: 100, reason: 'this URL or requirement' },
  met: { points: 0, reason: 'meets all filters' },
  some: { points: 18, reason: 'some of the words' },
  around: { points: 18, reason: 'words in its grids or their features' },
} satisfies Record<string, Step>;

/** Scores a candidate, 0 to about 110, and gives the reason. */
export function rank(terms: SearchTerms, candidate: Candidate): Ranking {
  const step = best(terms, candidate);
  const health = ((candidate.health ?? 50) / 100) * HEALTH_POINTS;
  const own = { score: step.points + candidate.prior * PRIOR_POINTS + health, reason: step.reason };
  const member = isMember(terms, candidate) ? asMember(step, candidate.prior, health) : own;
  const isAnswer = candidate.kind === 'grid' && step.points >= steps.meant.points;
  return { ...(member.score > own.score ? member : own), isAnswer };
}

const isMember = ({ members }: SearchTerms, { kind, id }: Candidate) =>
  kind === 'package' && members.has(id);

function asMember(own: Step, prior: number, health: number) {
  const text = Math.max(0, own.points - steps.around.points) * MEMBER_TEXT_SHARE;
  const score = steps.member.points + prior * MEMBER_PRIOR_POINTS + text + health;
  return { score, reason: steps.member.reason };
}

function best(terms: SearchTerms, { kind, names, description }: Candidate): Step {
  if (terms.words.length === 0) return terms.isTarget ? steps.target : steps.met;
  const called = readNames(names);
  const named = bestOf(called.flatMap((name) => nameSteps(terms, name, kind)));
  return named ?? textStep(terms, called, description);
}

const bestOf = (all: Step[]) => all.toSorted((a, b) => b.points - a.points)[0];

/** A name as words, as singular tokens, and as one joined token, with and without a prefix such as `django`. */
interface Name {
  words: string[];
  tokens: string[];
  whole: string;
  bare: string;
}

/** Removes duplicates, since title and slug are mostly the same words. */
function readNames(names: string[]): Name[] {
  const byText = new Map(names.map(wordsOf).map((words) => [words.join(' '), words]));
  return Array.from(byText.values(), (words) => {
    const units = unitsOfAll(words);
    const tokens = units.map(singular);
    const [whole, bare] = [tokens.join(''), withoutPrefix(tokens).join('')];
    return { words: units, tokens, whole, bare };
  });
}

function nameSteps(terms: SearchTerms, name: Name, kind: Kind): Step[] {
  const whole = wholeStep(terms, name);
  return whole ? [whole] : [...heldSteps(terms, name, kind), ...beginningSteps(terms, name)];
}

function wholeStep({ joined, joinedBare }: SearchTerms, { whole, bare }: Name): Step | undefined {
  if (whole === joined) return steps.exact;
  return bare === joined || bare === joinedBare ? steps.bare : undefined;
}

/** For a name that contains all the words, in any place. The more of the name they cover, the higher the score. */
function heldSteps({ queried, isUnfinished }: SearchTerms, { tokens }: Name, kind: Kind): Step[] {
  const { isAll, isTyped, places } = holdGroups(tokens, queried);
  if (!isAll) return [];
  const cover = coverOf(tokens, places);
  const own = isTyped ? raised(steps.named, 10 * cover) : raised(steps.alike, 8 * cover);
  if (kind === 'package' || isUnfinished || cover === 0) return [own];
  return [raised(isTyped ? steps.answers : steps.meant, 14 * cover)];
}

const raised = (step: Step, points: number): Step => ({ ...step, points: step.points + points });

/** For a name that starts with the query, or does so from one of its words on, wherever the spaces are. */
function beginningSteps({ joined, joinedBare }: SearchTerms, name: Name): Step[] {
  const { words, tokens, whole, bare } = name;
  const cover = Math.min(1, joinedBare.length / Math.max(1, bare.length));
  if (endsAWord(tokens, joined) || endsAWord(withoutPrefix(tokens), joinedBare)) {
    return [raised(steps.begins, 15 * cover)];
  }
  if (bare.startsWith(joinedBare) || whole.startsWith(joined)) {
    return [raised(steps.started, 6 * cover)];
  }
  const isWithin =
    words.join('').includes(joined) &&
    words.some((_, start) => words.slice(start).join('').startsWith(joined));
  return isWithin ? [raised(steps.within, 5 * cover)] : [];
}

/** Whether a name starts with a text that ends at a word boundary, wherever the spaces are. */
function endsAWord(tokens: string[], joined: string): boolean {
  if (joined === '') return false;
  let begun = '';
  for (const token of tokens) {
    begun += token;
    if (begun.length >= joined.length) return begun === joined;
  }
  return false;
}

function textStep({ queried }: SearchTerms, names: Name[], description: string): Step {
  const named = names.flatMap(({ tokens }) => tokens);
  const units = [...named, ...unitsOfAll(tokensOf(description))];
  const { count, isAll, isTyped, places } = holdGroups(units, queried);
  if (!isAll) return partStep(names, queried, count);
  if ([...places].some((at) => at < named.length)) return steps.described;
  return isTyped ? steps.text : steps.said;
}

/** For a record whose own texts match only `count` of the groups; those in its name count twice. */
function partStep(names: Name[], queried: QueryGroup[], count: number): Step {
  if (count === 0) return steps.around;
  const typed = queried.map(typedOnly);
  const isAmong = ({ tokens }: Name) => coverOf(tokens, holdGroups(tokens, typed).places) === 1;
  if (names.some(isAmong)) return steps.among;
  const inName = Math.max(...names.map(({ tokens }) => holdGroups(tokens, queried).count));
  return raised(steps.some, (6 * (count + inName)) / queried.length);
}
