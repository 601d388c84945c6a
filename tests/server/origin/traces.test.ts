import { expect, test } from 'vitest';
import type { QueryTrace, TracedQuery } from '@/db/query-trace';
import { openTraces } from '@/server/origin/validator/traces';

const query = (sql: string): TracedQuery => ({ sql, method: 'all', shape: 'objects', values: [] });
const traceOf = (...statements: string[]): QueryTrace => ({
  list: statements.map(query),
  digest: statements.join(),
});

/** Traces of a made-up database: its version, the statements whose rows have changed, and the digests that were checked. */
function open(mostBytes = 2 ** 20) {
  const compared: string[] = [];
  const database = { version: 1, changed: new Set<string>(), compared };
  const traces = openTraces(
    mostBytes,
    () => database.version,
    ({ list, digest }) => {
      database.compared.push(digest);
      if (list.some(({ sql }) => sql === 'broken')) throw new Error('no such table');
      const end = performance.now() + (list.some(({ sql }) => sql === 'slow') ? 5 : 0);
      while (performance.now() < end);
      return !list.some(({ sql }) => database.changed.has(sql));
    },
  );
  const validate = (key: string, tag: string) =>
    new Promise<boolean>((resolve) => {
      traces.validate(key, tag, resolve);
    });
  return { database, traces, validate };
}

test('a response is valid until one of its queries returns other rows', async () => {
  const { database, traces, validate } = open();
  traces.keep('celery', 'one', traceOf('a', 'b'));
  expect(await validate('celery', 'one')).toBe(true);
  database.version = 2;
  expect(await validate('celery', 'one')).toBe(true);
  database.version = 3;
  database.changed.add('b');
  expect(await validate('celery', 'one')).toBe(false);
});

test('a response is checked once per version of the database', async () => {
  const { database, traces, validate } = open();
  traces.keep('celery', 'one', traceOf('a'));
  await Promise.all([1, 2, 3].map(() => validate('celery', 'one')));
  expect(database.compared).toEqual(['a']);
  database.version = 2;
  await validate('celery', 'one');
  expect(database.compared).toEqual(['a', 'a']);
});

test('an earlier response for a key, an unknown one, and one whose queries fail are not valid', async () => {
  const { traces, validate } = open();
  traces.keep('celery', 'one', traceOf('a'));
  traces.keep('celery', 'two', traceOf('a'));
  traces.keep('huey', 'one', traceOf('broken'));
  expect(await validate('celery', 'one')).toBe(false);
  expect(await validate('celery', 'two')).toBe(true);
  expect(await validate('rq', 'one')).toBe(false);
  expect(await validate('huey', 'one')).toBe(false);
  traces.keep('celery', 'two', undefined);
  expect(await validate('celery', 'two')).toBe(false);
});

test('cheaper responses are checked first', async () => {
  const { database, traces, validate } = open();
  traces.keep('list', 'one', traceOf('slow'));
  traces.keep('page', 'one', traceOf('a'));
  await Promise.all([validate('list', 'one'), validate('page', 'one')]);
  database.version = 2;
  database.compared = [];
  await Promise.all([validate('list', 'one'), validate('page', 'one')]);
  expect(database.compared).toEqual(['a', 'slow']);
});

test('the traces of all responses have a bounded size', async () => {
  const { traces, validate } = open(20_000);
  for (let n = 0; n < 100; n += 1) traces.keep(String(n), 'one', traceOf('a'));
  expect(await validate('0', 'one')).toBe(false);
  expect(await validate('99', 'one')).toBe(true);
});
