import { afterAll, expect, test } from 'vitest';
import { readDownloads } from '@/server/collectors/pypistats';
import { errorOf, factsOf, startAsking } from '@/tests/tools/hosts/asking';
import { readPayloads } from '@/tests/tools/hosts/package-hosts';
import { startPypistatsHost } from '@/tests/tools/hosts/pypistats-host';

const payloads = readPayloads('pypistats');

let served: unknown;
const host = await startPypistatsHost(() => served);
afterAll(() => {
  host.close();
});

function ask(file: string, name: string) {
  served = payloads.get(file);
  return readDownloads(startAsking(), host.url, name);
}

const read = async (file: string, name: string) => factsOf(await ask(file, name));
const dayOf = (text: string) => Date.parse(text) * 1000;

/** Weeks from their Mondays and downloads. */
const weeks = (...all: [string, number][]) =>
  all.map(([monday, downloads]) => ({ week: dayOf(monday), downloads }));

test('half a year has its last 30 days and 25 whole weeks', async () => {
  // 100 downloads on Wednesday 2026-06-03, and one more on each of the 179 days after it.
  const facts = await read('half-year', 'django-quillfern');
  expect(facts.lastDay).toBe(dayOf('2026-11-29'));
  expect(facts.lastMonth).toBe(sumFrom(250, 30));
  expect(facts.weeks).toHaveLength(25);
  expect(facts.weeks[0]).toEqual({ week: dayOf('2026-06-08'), downloads: sumFrom(105, 7) });
  expect(facts.weeks.at(-1)).toEqual({ week: dayOf('2026-11-23'), downloads: sumFrom(273, 7) });
});

/** The sum of this number and the following ones. */
const sumFrom = (first: number, count: number) => count * first + (count * (count - 1)) / 2;

test.each([
  ['new', 'newborn-newt', '2026-11-27', 36, []],
  ['one-day', 'hollow-reed', '2026-06-01', 42, []],
  ['no-whole-week', 'withered-ivy', '2026-06-13', 12, []],
  ['one-week', 'epoch-lantern', '2026-06-07', 7, weeks(['2026-06-01', 7])],
  [
    'with-mirrors',
    'half-pruned-hedge',
    '2026-06-14',
    140,
    weeks(['2026-06-01', 70], ['2026-06-08', 70]),
  ],
  ['unsorted', 'twin-kettles', '2026-06-14', 105, weeks(['2026-06-01', 28], ['2026-06-08', 77])],
  ['zeros', 'empty-orchard', '2026-06-14', 0, weeks(['2026-06-01', 0], ['2026-06-08', 0])],
  ['other-spelling', 'velvet_abacus.kit', '2026-06-07', 21, weeks(['2026-06-01', 21])],
] as const)('%s: the downloads of %s up to %s', async (file, name, last, lastMonth, whole) => {
  expect(await read(file, name)).toEqual({ lastMonth, lastDay: dayOf(last), weeks: whole });
});

test('days that the host omits had no downloads', async () => {
  expect(await read('gaps', 'plain-tumbler')).toEqual({
    lastMonth: 33,
    lastDay: dayOf('2026-06-22'),
    weeks: weeks(['2026-06-01', 20], ['2026-06-08', 0], ['2026-06-15', 6]),
  });
});

test('weeks go on over the end of the year', async () => {
  expect((await read('new-year', 'aurore-boreale')).weeks).toEqual(
    weeks(['2025-12-22', 14], ['2025-12-29', 14], ['2026-01-05', 14]),
  );
});

test('only the last 30 of 31 days are the last month, exact for huge numbers', async () => {
  expect((await read('huge', 'many-hats')).lastMonth).toBe(30 * 2 ** 40);
});

test.each([
  ['empty', 'attic-trunk', 'has no downloads'],
  ['only-mirrors', 'verbose-scroll', 'has no downloads'],
  ['negative', 'dusty-mirror', 'data.1.downloads'],
  ['null-count', 'broken-abacus', 'data.0.downloads'],
  ['no-such-day', 'leap-frog', 'data.0.date'],
  ['half-year', 'plain-tumbler', 'package is another project'],
])('%s is invalid as an answer about %s', async (file, name, message) => {
  const error = await errorOf(ask(file, name));
  expect(error).toMatchObject({ kind: 'invalid' });
  expect(error.message).toContain(message);
});
