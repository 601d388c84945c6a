import { expect, test } from 'vitest';
import { openFlights, TooManyWaiting } from '@/lib/front/cache/flights';

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
  const flights = openFlights<string>(() => 1);
  const one = work('one');
  const asked = [flights.join('a', one.run), flights.join('a', one.run)];
  one.steps.end();
  expect(await Promise.all(asked)).toEqual(['one', 'one']);
  expect(one.steps.begun).toBe(1);
});

test('after a change nobody gets what was begun before it', async () => {
  let version = 1;
  const flights = openFlights<string>(() => version);
  const [old, young] = [work('old'), work('young')];
  const before = flights.join('a', old.run);
  version = 2;
  const after = flights.join('a', young.run);
  // What has not begun yet will see the change.
  version = 3;
  const last = flights.join('a', () => Promise.resolve('never asked for'));
  old.steps.end();
  young.steps.end();
  expect(await Promise.all([before, after, last])).toEqual(['old', 'young', 'young']);
});

test('works are done one after another', async () => {
  const flights = openFlights<string>(() => 1);
  const [first, second] = [work('first'), work('second')];
  const asked = [flights.join('a', first.run), flights.join('b', second.run)];
  await Promise.resolve();
  expect([first.steps.begun, second.steps.begun, flights.waiting()]).toEqual([1, 0, 1]);
  first.steps.end();
  second.steps.end();
  expect(await Promise.all(asked)).toEqual(['first', 'second']);
});

test('a work that fails fails for those who wait, and is begun anew for the next', async () => {
  const flights = openFlights<string>(() => 1);
  await expect(flights.join('a', () => Promise.reject(new Error('a fault')))).rejects.toThrow(
    'fault',
  );
  expect(await flights.join('a', () => Promise.resolve('well'))).toBe('well');
});

test('where too many wait the next is turned away, and who asks for what is waited for is not', async () => {
  const flights = openFlights<string>(() => 1, 1);
  const first = work('first');
  const asked = [
    flights.join('a', first.run),
    flights.join('b', () => Promise.resolve('b')),
    flights.join('b', () => Promise.resolve('b')),
  ];
  await expect(flights.join('c', () => Promise.resolve('c'))).rejects.toThrow(TooManyWaiting);
  first.steps.end();
  expect(await Promise.all(asked)).toEqual(['first', 'b', 'b']);
});
