import { loadavg } from 'node:os';
import { database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { findAndCount, findHits, listHits, listSuggestions } from '@/db/queries/search';
import { indexPackages, reindex } from '@/db/writes/search-index';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { quantile } from './measure';
import { sampleBeginnings, sampleIds, sampleQueries } from './search-samples';
import { formatTable } from './table';

/** A separate program: times the search of DATABASE_PATH. Exits with 1 if a requested bound is missed. */

const [name = '', ...options] = process.argv.slice(2);
const isBounded = options.includes('--bounded');

const SUGGESTIONS = 8;
const PAGE = { offset: 0, limit: 20 };
const WARM_UPS = 20;
const BUILD_SECONDS = 180;

interface Row {
  name: string;
  times: number[];
  /** Maximum p99 on the largest catalogue, in milliseconds. */
  bound: number;
}

/** Times a query or an update, once for each item. */
function time<Item>(name: string, bound: number, items: Item[], ask: (item: Item) => unknown): Row {
  for (const item of items.slice(0, WARM_UPS)) ask(item);
  const times = items.map((item) => {
    const begin = performance.now();
    ask(item);
    return performance.now() - begin;
  });
  return { name, bound, times: times.sort((a, b) => a - b) };
}

const search = (text: string) => listHits(findHits(readQuery(text)), PAGE);

/** The queries of a result page. */
function searchPage(text: string) {
  const narrowing = { choice: {}, isActiveOnly: false, now: now() };
  return listHits(findAndCount(readQuery(text), narrowing), PAGE);
}

function change(sql: string) {
  const update = database().$client.prepare<[number]>(sql);
  return (id: number) => {
    database().transaction(
      () => {
        update.run(id);
        indexPackages([id]);
      },
      { behavior: 'immediate' },
    );
  };
}

const changes = {
  figures: `update packages set repo_forks = ifnull(repo_forks, 0) + 1, last_commit_at = ifnull(last_commit_at, 1.6e15) + 1e9 where id = ?`,
  words: `update packages set repo_description = repo_description || ' More.' where id = ?`,
  // A tenth more, which is enough for another rank.
  stars: `update packages set repo_watchers = ifnull(repo_watchers, 0) * 11 / 10 + 2 where id = ?`,
};

function measure(): Row[] {
  const texts = sampleQueries();
  const { any, inGrids } = sampleIds();
  return [
    time('typeahead', 5, sampleBeginnings(), (text) => listSuggestions(text, SUGGESTIONS)),
    time('search, one word', 50, texts.word, search),
    time('search, two words', 50, texts.words, search),
    time('search, misspelt', 50, texts.misspelt, search),
    time('search, phrase', 50, texts.phrase, search),
    time('search, word and condition', 50, texts.condition, search),
    time('page with facets, one word', 150, texts.word, searchPage),
    time('page with facets, two words', 150, texts.words, searchPage),
    time('page with facets, misspelt', 150, texts.misspelt, searchPage),
    time('page with facets, phrase', 150, texts.phrase, searchPage),
    time('page with facets, word and condition', 150, texts.condition, searchPage),
    time('change of figures', 5, any, change(changes.figures)),
    time('change of words', 5, any, change(changes.words)),
    time('change of stars', 5, any, change(changes.stars)),
    time('change of figures, in grids', 5, inGrids, change(changes.figures)),
    time('change of stars, in grids', 5, inGrids, change(changes.stars)),
  ];
}

const milliseconds = (share: number) => (it: Row) => quantile(it.times, share).toFixed(2);

const isMet = ({ times, bound }: Row) => quantile(times, 0.99) < bound;

const columns = [
  { head: 'what', text: ({ name }: Row) => name },
  { head: 'p50 ms', text: milliseconds(0.5), isNumber: true },
  { head: 'p95 ms', text: milliseconds(0.95), isNumber: true },
  { head: 'p99 ms', text: milliseconds(0.99), isNumber: true },
  { head: 'most ms', text: milliseconds(1), isNumber: true },
  { head: 'times', text: ({ times }: Row) => String(times.length), isNumber: true },
];

const boundColumns = [
  { head: 'p99 under', text: ({ bound }: Row) => String(bound), isNumber: true },
  { head: '', text: (it: Row) => (isMet(it) ? 'met' : 'missed') },
];

function buildIndex(): boolean {
  const begin = performance.now();
  reindex();
  const seconds = (performance.now() - begin) / 1000;
  const verdict = seconds < BUILD_SECONDS ? 'met' : 'missed';
  const bound = isBounded ? `, bound ${BUILD_SECONDS} s: ${verdict}` : '';
  console.log(`index built in ${seconds.toFixed(1)} s${bound}\n`);
  return seconds < BUILD_SECONDS;
}

const count = (table: string) =>
  database().$client.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;

migrateDatabase();
console.log(
  `\n${name} catalogue: ${count('packages')} packages, ${count('grids')} grids; load ${loadavg()[0]?.toFixed(1) ?? 'unknown'}\n`,
);
const isBuilt = buildIndex();
const rows = measure();
console.log(formatTable([...columns, ...(isBounded ? boundColumns : [])], rows));
database().$client.close();
process.exitCode = !isBounded || (isBuilt && rows.every(isMet)) ? 0 : 1;
