import { expect, test } from 'vitest';
import { openFlights } from '@/server/http/cache/flights';
import { DisconnectedError, openFairQueue } from '@/server/http/fair-queue';

const waiter = { client: 'a', isThere: () => true };
const queue = () => openFairQueue({ concurrency: 2 }).add;

/** Work that ends when it is told to. */
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

test('concurrent requests for the same key share one piece of work', async () => {
  const flights = openFlights<string>(() => 1);
  const one = work('one');
  const enqueue = queue();
  const other = { ...waiter, client: 'b' };
  const results = [waiter, waiter, other].map((it) => flights.join('k', one.run, it, enqueue));
  one.steps.end();
  expect(await Promise.all(results)).toEqual(['one', 'one', 'one']);
  expect(one.steps.begun).toBe(1);
});

test('after a commit no request gets a result that was started before it', async () => {
  let version = 1;
  const flights = openFlights<string>(() => version);
  const enqueue = queue();
  const [old, other, young] = [work('old'), work('other'), work('young')];
  const before = flights.join('a', old.run, waiter, enqueue);
  const beside = flights.join('b', other.run, waiter, enqueue);
  version = 2;
  const after = flights.join('a', young.run, waiter, enqueue);
  // Work that has not started yet will see the change.
  version = 3;
  const never = () => Promise.resolve('never begun');
  const last = flights.join('a', never, waiter, enqueue);
  for (const { steps } of [old, other]) steps.end();
  await Promise.all([before, beside]);
  young.steps.end();
  expect(await Promise.all([before, beside, after, last])).toEqual([
    ...['old', 'other', 'young', 'young'],
  ]);
});

test('failed work fails for all who wait for it, and starts again for the next request', async () => {
  const flights = openFlights<string>(() => 1);
  const enqueue = queue();
  const failing = () => Promise.reject(new Error('no page'));
  const results = [waiter, { ...waiter, client: 'b' }].map((it) =>
    flights.join('a', failing, it, enqueue),
  );
  for (const result of results) await expect(result).rejects.toThrow('no page');
  expect(await flights.join('a', () => Promise.resolve('page'), waiter, enqueue)).toBe('page');
});

test('a client gets its turn for work that another client has waiting behind many', async () => {
  const flights = openFlights<string>(() => 1);
  const { add: enqueue } = openFairQueue({ concurrency: 1 });
  const works = ['1', '2', '3', '4'].map(work);
  const results = works.map(({ run }, at) => flights.join(String(at), run, waiter, enqueue));
  const other = flights.join(
    '3',
    () => Promise.resolve('never begun'),
    { ...waiter, client: 'b' },
    enqueue,
  );
  const begun = () => works.map(({ steps }) => steps.begun);
  works[0]?.steps.end();
  await results[0];
  works[1]?.steps.end();
  await results[1];
  await new Promise(setImmediate);
  expect(begun()).toEqual([1, 1, 0, 1]);
  works[3]?.steps.end();
  expect(await other).toBe('4');
  works[2]?.steps.end();
  expect(await Promise.all(results)).toEqual(['1', '2', '3', '4']);
});

test('work whose clients have all disconnected never starts, unless it is requested again', async () => {
  const flights = openFlights<string>(() => 1);
  const enqueue = queue();
  const [first, second] = [work('first'), work('second')];
  let isGone = false;
  const leaving = { client: 'a', isThere: () => !isGone };
  const results = [
    flights.join('1', first.run, waiter, enqueue),
    flights.join('2', second.run, waiter, enqueue),
    flights.join('c', () => Promise.resolve('c'), leaving, enqueue),
    flights.join('c', () => Promise.resolve('never begun'), waiter, enqueue),
  ];
  const left = expect(
    flights.join('b', () => Promise.resolve('b'), leaving, enqueue),
  ).rejects.toThrow(DisconnectedError);
  isGone = true;
  for (const { steps } of [first, second]) steps.end();
  await left;
  expect(await Promise.all(results)).toEqual(['first', 'second', 'c', 'c']);
});
