import { expect, test } from '@playwright/test';
import { withCopy } from '@/tests/bench/copy';
import { shippedCatalogue } from '@/tests/bench/databases';
import { findFault, findSecret } from '@/tests/bench/stress/body';
import { LEAST_KILLS, MOST_MEGABYTES, runStress, WORKERS } from '@/tests/bench/stress/run-stress';
import { knownTags } from '@/tests/bench/stress/tags';
import { freshness } from '@/tests/bench/traffic/freshness';
import { isWhole } from '@/tests/tools/extent';

const SECONDS = isWhole ? 60 : 8;
const KILL_EVERY = isWhole ? 5 : 3;

const PATH = '/packages/p/celery/';
const PAGE = `<html><head><link rel="canonical" href="http://localhost${PATH}"/></head></html>`;

const replyOf = (text: string, headers = {}) => ({
  status: 200,
  headers,
  body: Buffer.from(text),
});

test('a truncated page and a page of another address are judged wrong', () => {
  expect(findFault(PATH, replyOf(PAGE))).toBeUndefined();
  expect(findFault(PATH, replyOf(PAGE.slice(0, -3)))).toBe('the page has no end');
  expect(findFault('/packages/p/rq/', replyOf(PAGE))).toBe(`it is the page ${PATH}`);
  expect(findFault('/api/v4/packages/rq/', replyOf('{"slug":"celery"}'))).toBe(
    'it is the document of celery',
  );
});

test('a response is stale if its stamp or text is older than a change that was committed before the request', () => {
  const { note, expect: expectNow, judge, stale } = freshness();
  const before = expectNow(PATH);
  note({ target: { kind: 'package', slug: 'celery' }, version: 7 });
  const old = replyOf('(change 6)', { 'x-catalogue-version': '6' });

  judge(PATH, before, old);
  expect(stale).toEqual([]);
  judge(PATH, expectNow(PATH), old);
  expect(stale).toHaveLength(2);
});

test('the same strong ETag for different bytes is judged wrong', () => {
  const tags = knownTags();
  expect(tags.findFault(PATH, replyOf('one', { etag: '"x"' }))).toBeUndefined();
  expect(tags.findFault(PATH, replyOf('one', { etag: '"x"' }))).toBeUndefined();
  expect(tags.findFault(PATH, replyOf('two', { etag: '"x"' }))).toBeDefined();
});

test('a response that has a token of an editor or their header is judged wrong', () => {
  const secrets = new Set(['token-1']);
  expect(findSecret(replyOf('<header><a href="/login/">Sign in</a>'), secrets)).toBeUndefined();
  expect(findSecret(replyOf('token-1'), secrets)).toBe('it has a secret of an editor');
  expect(findSecret(replyOf('<header><a href="/profiles/x/">x</a>'), secrets)).toBe(
    'it is for somebody signed in',
  );
});

test('a response without an edit that was acknowledged before the request is stale', () => {
  const { noteEdit, expect: expectNow, judge, stale } = freshness();
  noteEdit(PATH, 'edit0', 3);
  judge(PATH, expectNow(PATH), replyOf('(edit0 3)'));
  expect(stale).toEqual([]);
  // One in two is read.
  judge(PATH, expectNow(PATH), replyOf('(edit0 2)'));
  judge(PATH, expectNow(PATH), replyOf('(edit0 2) (edit1 3)'));
  expect(stale).toHaveLength(1);
});

/** Set STRESS_SEED to run another sequence of events. */
const seed = Number(process.env['STRESS_SEED'] ?? 2026);

test(`${SECONDS} seconds of clients, edits, kills, junk and slow clients (seed ${seed}) cause no wrong response`, async () => {
  // On a busy machine, start and end take as long as the rest.
  test.setTimeout(300_000);
  const { databasePath } = await shippedCatalogue();

  await withCopy(databasePath, async (copy) => {
    const { faults, kills, checks, workers, underWay, memory, isClean, left } = await runStress({
      databasePath: copy,
      seconds: SECONDS,
      killEvery: KILL_EVERY,
      writeEvery: 1,
      seed,
    });

    expect(faults).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(LEAST_KILLS);
    expect(checks.writes).toBeGreaterThan(SECONDS / 2);
    expect(checks.edits).toBeGreaterThan(0);
    expect(checks.stamped).toBeGreaterThan(2 * SECONDS);
    expect(checks.texts).toBeGreaterThan(0);
    expect(workers).toBe(WORKERS);
    expect(underWay).toBe(0);
    expect(memory / 1024 ** 2).toBeLessThan(MOST_MEGABYTES);
    expect(isClean).toBe(true);
    expect(left).toEqual([]);
  });
});
