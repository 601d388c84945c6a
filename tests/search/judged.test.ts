import { expect, test } from 'vitest';
import { findHits, listHits } from '@/db/queries/find';
import { readQuery } from '@/lib/search/query';
import { useShippedCatalogue } from '@/tests/tools/database';
import { judgedQueries, type JudgedQuery } from './judged-queries';

useShippedCatalogue();

const nameOf = ({ kind, slug }: { kind: string; slug: string }) => `${kind}:${slug}`;

const whole = { offset: 0, limit: 1000 };

/** Whether something that is wanted stands among the first, and nothing that is unwanted stands anywhere. */
function isAnswered({ query, kind, wanted, unwanted }: JudgedQuery): boolean {
  const found = listHits(findHits(readQuery(query)), whole).map(nameOf);
  const first = found.slice(0, kind === 'name' || kind === 'misspelt' ? 1 : 3);
  return (
    first.some((name) => wanted.includes(name)) && !found.some((name) => unwanted.includes(name))
  );
}

/** To the console, where the figures stand whether or not they are met. */
const report = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** The share of the queries of some kinds that are answered, with the others in words. */
function judge(kinds: JudgedQuery['kind'][]) {
  const asked = judgedQueries.filter(({ kind }) => kinds.includes(kind));
  const missed = asked.filter((it) => !isAnswered(it));
  const share = (asked.length - missed.length) / asked.length;
  report(
    `${kinds.join(', ')}: ${asked.length - missed.length} of ${asked.length} (${(share * 100).toFixed(1)} %)`,
  );
  for (const { query, wanted } of missed) report(`  missed: ${query} (${wanted.join(', ')})`);
  return share;
}

test('95 of 100 queries for a name, misspelt ones too, have what is meant first', () => {
  expect(judge(['name', 'misspelt'])).toBeGreaterThanOrEqual(0.95);
});

test('90 of 100 other queries have something that is wanted among the first three', () => {
  expect(judge(['concept', 'operator', 'url', 'grid'])).toBeGreaterThanOrEqual(0.9);
});
