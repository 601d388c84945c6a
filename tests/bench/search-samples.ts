import { database } from '@/db/client';
import { tokensOf, wordsOf } from '@/lib/search/tokens';
import { seeded, type Chance } from './random';

/** Number of queries of each kind. */
const SAMPLES = 300;

/** Number of names typed letter by letter. */
const NAMES = 500;
const MOST_LETTERS = 6;

/** Words that nobody searches for alone. */
const fillers = new Set(
  'a an and any are as at by for from has in is it its not of on or that the to with your'.split(
    ' ',
  ),
);

interface Sampled {
  id: number;
  title: string;
  description: string;
}

/** Realistic queries: texts of the catalogue, and similar ones. */
export function sampleQueries() {
  const chance = seeded(1955);
  const ids = listIds('select id from packages');
  const packages = () => Array.from({ length: SAMPLES }, () => findSampled(chance.pick(ids)));
  const words = packages().map((it) => oneWord(chance, it));
  return {
    word: words,
    words: packages().map((pkg) => `${oneWord(chance, pkg)} ${oneWord(chance, pkg)}`),
    misspelt: packages().map((it) => misspelt(chance, it)),
    phrase: packages().map((it) => phrase(chance, it)),
    condition: words.map((word) => `${word} ${chance.pick(conditions)}`),
  };
}

const conditions = ['django:5.2', 'python:3.12', 'licence:mit', 'status:stable', 'category:apps'];

/** Prefixes of names as typed, half of them of the best known packages. */
export function sampleBeginnings(): string[] {
  const chance = seeded(1956);
  const all = listIds('select id from packages');
  const known = listIds('select id from packages order by repo_watchers desc limit 1000');
  return Array.from({ length: NAMES }, (_, index) => {
    const { title } = findSampled(chance.pick(index % 2 === 0 ? known : all));
    const longest = Math.min(MOST_LETTERS, title.length);
    return Array.from({ length: longest }, (_, length) => title.slice(0, length + 1));
  }).flat();
}

/** Packages to change: any, and some in grids. */
export function sampleIds() {
  const chance = seeded(1957);
  const of = (sql: string) => {
    const ids = listIds(sql);
    return Array.from({ length: SAMPLES }, () => chance.pick(ids));
  };
  return {
    any: of('select id from packages'),
    inGrids: of('select distinct package_id as id from grid_packages'),
  };
}

function listIds(sql: string): number[] {
  return database().$client.prepare<[], number>(sql).pluck().all();
}

function findSampled(id: number): Sampled {
  const found = database()
    .$client.prepare<[number], Sampled>(
      'select id, title, repo_description as description from packages where id = ?',
    )
    .get(id);
  if (!found) throw new Error(`There is no package ${id}.`);
  return found;
}

function oneWord(chance: Chance, { title, description }: Sampled): string {
  const words = wordsOf(`${title} ${description}`);
  return chance.pick(words.filter((word) => !fillers.has(word)));
}

/** A word of a name with one letter changed, omitted or swapped; short words are unchanged. */
function misspelt(chance: Chance, { title }: Sampled): string {
  const word = wordsOf(title).reduce((a, b) => (b.length > a.length ? b : a), '');
  const at = chance.whole(1, Math.max(1, word.length - 2));
  const [before, letter, next, rest] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  const wrong = [before + next + rest, before + next + letter + rest, `${before}q${next}${rest}`];
  return chance.pick(wrong);
}

function phrase(chance: Chance, { title, description }: Sampled): string {
  const words = tokensOf(description === '' ? title : description);
  const start = chance.whole(0, Math.max(0, words.length - 2));
  return `"${words.slice(start, start + 2).join(' ')}"`;
}
