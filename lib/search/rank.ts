import { singular, tokensOf, withoutPrefix, wordsOf } from './tokens';
import type { Alternatives } from './match';

/** What a search knows of a record that it has found. */
export interface Candidate {
  /** Title, slug, name on PyPI: whatever it is called by. */
  names: string[];
  description: string;
  /** How well known it is, 0 to 1. */
  prior: number;
  /** 0 to 100, or null where it is unknown. */
  health: number | null;
}

/** Why a result stands where it does, in words for people. */
export interface Ranking {
  score: number;
  reason: string;
}

export interface Asked {
  words: string[];
  /** What each word, or run of words, may also be. */
  groups: Alternatives[];
  /** Whether it was the address of a repository or of a project. */
  isAddress: boolean;
}

/** Being known and healthy together move a result by less than one step of the text. */
const PRIOR_POINTS = 9;
const HEALTH_POINTS = 3;

interface Step {
  points: number;
  reason: string;
}

/** How well a name or a text answers, best first. */
const steps = {
  exact: { points: 100, reason: 'has exactly this name' },
  bare: { points: 92, reason: 'has this name after its prefix' },
  begins: { points: 70, reason: 'has a name that begins with these words' },
  named: { points: 60, reason: 'has these words in its name' },
  started: { points: 54, reason: 'has a name that begins so' },
  within: { points: 48, reason: 'has a word of its name that begins so' },
  described: { points: 40, reason: 'has these words in its name and description' },
  text: { points: 26, reason: 'has these words in its description' },
  address: { points: 100, reason: 'has this address' },
  met: { points: 0, reason: 'meets the conditions' },
  around: { points: 18, reason: 'has these words in its grids and their features' },
} satisfies Record<string, Step>;

/** Points for a candidate, 0 to about 110, and the words that say why. */
export function rank(asked: Asked, candidate: Candidate): Ranking {
  const step = best(asked, candidate);
  const prior = candidate.prior * PRIOR_POINTS;
  const health = ((candidate.health ?? 50) / 100) * HEALTH_POINTS;
  return { score: step.points + prior + health, reason: step.reason };
}

function best(asked: Asked, { names, description }: Candidate): Step {
  if (asked.words.length === 0) return asked.isAddress ? steps.address : steps.met;
  const called = readNames(names);
  const byName = called.map((name) => nameStep(asked, name));
  const named = byName.reduce((a, b) => (b.points > a.points ? b : a), steps.around);
  if (named.points > steps.around.points) return named;
  return textStep(asked, called, description);
}

/** A name in its words, as they stand and in the singular. */
interface Name {
  words: string[];
  tokens: string[];
}

/** Title and slug mostly are the same words, which are looked at once. */
function readNames(names: string[]): Name[] {
  const byText = new Map(names.map(wordsOf).map((words) => [words.join(' '), words]));
  return Array.from(byText.values(), (words) => ({ words, tokens: words.map(singular) }));
}

function nameStep({ words, groups }: Asked, name: Name): Step {
  const { tokens } = name;
  const joined = words.join('');
  const [whole, bare] = [tokens.join(''), withoutPrefix(tokens).join('')];
  const asBare = withoutPrefix(words).join('');
  if (whole === joined) return steps.exact;
  if (bare === joined || bare === asBare) return steps.bare;

  const isNamed = groups.length > 0 && groups.every((group) => holdsAny(tokens, group));
  // The more of a name was asked for, the likelier it is the one that was meant.
  const cover = Math.min(1, asBare.length / Math.max(1, bare.length));
  const within = (step: Step, most: number) => ({ ...step, points: step.points + most * cover });
  if (endsAWord(tokens, joined) || endsAWord(withoutPrefix(tokens), asBare)) {
    return within(steps.begins, 15);
  }
  if (isNamed) return within(steps.named, 10);
  if (bare.startsWith(asBare) || whole.startsWith(joined)) return within(steps.started, 6);
  if (name.words.some((_, start) => name.words.slice(start).join('').startsWith(joined))) {
    return within(steps.within, 5);
  }
  return steps.around;
}

/** Whether a name begins with a text and one of its words ends where the text does, however the words are parted. */
function endsAWord(tokens: string[], joined: string): boolean {
  let length = 0;
  const ends = tokens.map((token) => (length += token.length));
  return joined !== '' && tokens.join('').startsWith(joined) && ends.includes(joined.length);
}

function textStep({ groups }: Asked, names: Name[], description: string): Step {
  const [inNames, inText] = [names.flatMap(({ tokens }) => tokens), tokensOf(description)];
  const found = groups.map((group) => ({
    isNamed: holdsAny(inNames, group),
    isSaid: holdsAny(inText, group),
  }));
  const isAll = found.length > 0 && found.every(({ isNamed, isSaid }) => isNamed || isSaid);
  if (!isAll) {
    const share = found.filter(({ isNamed, isSaid }) => isNamed || isSaid).length;
    return {
      ...steps.around,
      points: steps.around.points + (6 * share) / Math.max(1, found.length),
    };
  }
  return found.some(({ isNamed }) => isNamed) ? steps.described : steps.text;
}

/** Whether any of these sequences stands among the tokens. */
function holdsAny(tokens: string[], alternatives: Alternatives): boolean {
  const text = ` ${tokens.join(' ')} `;
  return alternatives.some((sequence) => text.includes(` ${sequence.join(' ')} `));
}
