import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as api from '@/app/api/v4/search/route';
import { findHits, listHits } from '@/db/queries/search';
import { readQuery } from '@/lib/search/query';
import { ask } from '@/tests/app/api/v4/ask';
import { useShippedCatalogue } from '@/tests/tools/database';
import { judgedQueries, type JudgedQuery } from './judged-queries';

useShippedCatalogue();

/** The results of a query, such as `package:celery`, best first. */
type Search = (query: string) => Promise<string[]>;

const whole = { offset: 0, limit: 1000 };

const searchSite: Search = (query) => {
  const hits = listHits(findHits(readQuery(query)), whole);
  return Promise.resolve(hits.map(({ kind, slug }) => `${kind}:${slug}`));
};

const documents = z.array(z.object({ item_type: z.string(), slug: z.string() }));

const searchApi: Search = async (query) => {
  const response = await ask(api, `/api/v4/search/?q=${encodeURIComponent(query)}`);
  return documents.parse(response.document()).map((it) => `${it.item_type}:${it.slug}`);
};

/** Whether a wanted result is among the first, and no unwanted one is found. */
async function isAnswered(search: Search, { query, kind, wanted, unwanted }: JudgedQuery) {
  const found = await search(query);
  const first = found.slice(0, kind === 'name' || kind === 'misspelt' ? 1 : 3);
  return (
    first.some((name) => wanted.includes(name)) && !found.some((name) => unwanted.includes(name))
  );
}

/** Prints the figures, whether or not the test passes. */
const report = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** The share of queries of some kinds that pass, with a description of the others. */
async function judge(search: Search, kinds: JudgedQuery['kind'][]) {
  const asked = judgedQueries.filter(({ kind }) => kinds.includes(kind));
  const missed: JudgedQuery[] = [];
  for (const it of asked) if (!(await isAnswered(search, it))) missed.push(it);
  const answered = asked.length - missed.length;
  const share = answered / asked.length;
  report(`${kinds.join(', ')}: ${answered} of ${asked.length} (${(share * 100).toFixed(1)} %)`);
  for (const { query, wanted } of missed) report(`  missed: ${query} (${wanted.join(', ')})`);
  return share;
}

describe.each([
  { name: 'the search page', search: searchSite },
  { name: '/api/v4/search/', search: searchApi },
])('on $name', ({ search }) => {
  test('95 of 100 queries for a name, misspelt ones too, have the expected result first', async () => {
    expect(await judge(search, ['name', 'misspelt'])).toBeGreaterThanOrEqual(0.95);
  }, 60_000);

  test('90 of 100 other queries have an expected result among the first three', async () => {
    const share = await judge(search, ['concept', 'operator', 'url', 'grid']);
    expect(share).toBeGreaterThanOrEqual(0.9);
  }, 60_000);
});
