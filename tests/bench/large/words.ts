import { seeded, type Chance } from '../random';
import { adjectives, things } from '../words';

const split = (text: string) => text.split(' ');

const starts = split(
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k kl l m n p pl pr qu r s sc sh sl sp st str t th tr v w z',
);
const vowels = split('a e i o u a e i o ai ea oo');
const ends = ['', '', '', '', ...split('l m n r s t x nd st ck')];

const COINED = 60_000;

/**
 * The words of a large catalogue, most frequent first: those of the small one, then words made of syllables, as many as a million names
 * would have.
 */
function makeWords(): string[] {
  const chance = seeded(1913);
  const syllable = () => chance.pick(starts) + chance.pick(vowels) + chance.pick(ends);
  const words = new Set([...things, ...adjectives].filter((word) => !word.includes('-')));
  const familiar = chance.sample([...words], words.size);
  const coined = new Set(familiar);
  while (coined.size < COINED)
    coined.add(syllable() + syllable() + (chance.isLucky(0.3) ? 'o' : ''));
  return [...coined];
}

let words: string[] | undefined;

/** A random word by Zipf's law: the second is half as frequent as the first, the third a third. */
export function pickWord(chance: Chance): string {
  words ??= makeWords();
  return words[Math.floor(words.length ** chance.unit()) - 1] ?? '';
}
