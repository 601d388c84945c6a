import { expect, test } from 'vitest';
import { openFlights } from '@/server/http/cache/flights';
import { NobodyWaits, openTurns, TooManyWaiting } from '@/server/http/turns';

const isThere = () => true;

/** A work that ends when it is told to. */
function work(result: string) {
  const steps: { begun: number; end: () => void } = { begun: 0, end: () => undefined };
  const done = new Promise<string>((resolve) => {
    steps.end = () => {
      resolve(result);
    };
  });
  const run = () => {
    steps.begun += 1;
    return done;
  };
  return { steps, run };
}

test('who asks for the same gets what is under way', async () => {
  const flights = openFlights<string>(() => 1, openTurns());
  const one = work('one');
  const asked = [flights.join('a', one.run, isThere), flights.join('a', one.run, isThere)];
  one.steps.end();
  expect(await Promise.all(asked)).toEqual(['one', 'one']);
  expect(one.steps.begun).toBe(1);
});

test('after a change nobody gets what was begun before it', async () => {
  let version = 1;
  const flights = openFlights<string>(() => version, openTurns());
  const [old, other, young] = [work('old'), work('other'), work('young')];
  const before = flights.join('a', old.run, isThere);
  const beside = flights.join('b', other.run, isThere);
  version = 2;
  const after = flights.join('a', young.run, isThere);
  // What has not begun yet will see the change.
  version = 3;
  const last = flights.join('a', () => Promise.resolve('never asked for'), isThere);
  for (const { steps } of [old, other, young]) steps.end();
  const all = await Promise.all([before, beside, after, last]);
  expect(all).toEqual(['old', 'other', 'young', 'young']);
});

test('works begin in order, two at once', async () => {
  const turns = openTurns();
  const flights = openFlights<string>(() => 1, turns);
  const works = [work('first'), work('second'), work('third')];
  const asked = works.map(({ run }, at) => flights.join(String(at), run, isThere));
  await Promise.resolve();
  const begun = () => works.map(({ steps }) => steps.begun);
  expect([begun(), turns.waiting()]).toEqual([[1, 1, 0], 1]);
  works[1]?.steps.end();
  await asked[1];
  await Promise.resolve();
  expect([begun(), turns.waiting()]).toEqual([[1, 1, 1], 0]);
  for (const { steps } of works) steps.end();
  expect(await Promise.all(asked)).toEqual(['first', 'second', 'third']);
});

test('a work that fails fails for those who wait, and is begun anew for the next', async () => {
  const flights = openFlights<string>(() => 1, openTurns());
  await expect(
    flights.join('a', () => Promise.reject(new Error('a fault')), isThere),
  ).rejects.toThrow('fault');
  expect(await flights.join('a', () => Promise.resolve('well'), isThere)).toBe('well');
});

test('where too many wait the next is turned away, and who asks for what is waited for is not', async () => {
  const flights = openFlights<string>(() => 1, openTurns({ most: 1 }));
  const [first, second] = [work('first'), work('second')];
  const asked = [
    flights.join('1', first.run, isThere),
    flights.join('2', second.run, isThere),
    flights.join('b', () => Promise.resolve('b'), isThere),
    flights.join('b', () => Promise.resolve('b'), isThere),
  ];
  await expect(flights.join('c', () => Promise.resolve('c'), isThere)).rejects.toThrow(
    TooManyWaiting,
  );
  for (const { steps } of [first, second]) steps.end();
  expect(await Promise.all(asked)).toEqual(['first', 'second', 'b', 'b']);
});

test('what nobody waits for any more when its turn comes is not done, unless someone asks for it again', async () => {
  const flights = openFlights<string>(() => 1, openTurns());
  const [first, second] = [work('first'), work('second')];
  let isGone = false;
  const leave = () => !isGone;
  const asked = [
    flights.join('1', first.run, isThere),
    flights.join('2', second.run, isThere),
    flights.join('c', () => Promise.resolve('c'), leave),
    flights.join('c', () => Promise.resolve('never asked for'), isThere),
  ];
  const left = expect(flights.join('b', () => Promise.resolve('b'), leave)).rejects.toThrow(
    NobodyWaits,
  );
  isGone = true;
  for (const { steps } of [first, second]) steps.end();
  await left;
  expect(await Promise.all(asked)).toEqual(['first', 'second', 'c', 'c']);
});
