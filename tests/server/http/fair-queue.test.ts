import { expect, test } from 'vitest';
import { DisconnectedError, openFairQueue, TooBusyError } from '@/server/http/fair-queue';

const isThere = () => true;

/** Jobs that end when told to, and a list of those that have started. */
function jobs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => {
      ends.set(name, () => {
        resolve(name);
      });
    });
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return { begun, job, end };
}

test('jobs of one client run in order, as many at once as the queue allows', async () => {
  const queue = openFairQueue({ concurrency: 2 });
  const { begun, job, end } = jobs();
  const results = ['1', '2', '3'].map((name) => queue.add('a', job(name), isThere));
  expect([begun, queue.waiting()]).toEqual([['1', '2'], 1]);
  await end('2');
  expect([begun, queue.waiting()]).toEqual([['1', '2', '3'], 0]);
  await end('1');
  await end('3');
  expect(await Promise.all(results)).toEqual(['1', '2', '3']);
});

test('clients take turns, however many jobs one of them has', async () => {
  const queue = openFairQueue({ concurrency: 1 });
  const { begun, job, end } = jobs();
  const results = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map((name) =>
    queue.add(name.slice(0, 1), job(name), isThere),
  );
  const order = ['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'];
  for (const name of order) await end(name);
  await Promise.all(results);
  expect(begun).toEqual(order);
});

test('one client has no more than its share of the waiting jobs, and all have no more than the total', async () => {
  const queue = openFairQueue({ concurrency: 1, perClient: 2, total: 3 });
  const { job, end } = jobs();
  const running = queue.add('a', job('1'), isThere);
  void queue.add('a', job('2'), isThere);
  void queue.add('a', job('3'), isThere);
  await expect(queue.add('a', job('4'), isThere)).rejects.toThrow(TooBusyError);
  void queue.add('b', job('5'), isThere);
  await expect(queue.add('c', job('6'), isThere)).rejects.toThrow(TooBusyError);
  await end('1');
  expect(await running).toBe('1');
});

test('a job waits no longer than it may', async () => {
  const queue = openFairQueue({ concurrency: 1, patience: 20 });
  const { begun, job, end } = jobs();
  const running = queue.add('a', job('1'), isThere);
  await expect(queue.add('b', job('2'), isThere)).rejects.toThrow(TooBusyError);
  await end('1');
  await running;
  expect([begun, queue.waiting()]).toEqual([['1'], 0]);
});

test('a job whose clients have disconnected is skipped', async () => {
  const queue = openFairQueue({ concurrency: 1 });
  const { begun, job, end } = jobs();
  const running = queue.add('a', job('1'), isThere);
  const skipped = expect(queue.add('a', job('2'), () => false)).rejects.toThrow(DisconnectedError);
  const next = queue.add('b', job('3'), isThere);
  await end('1');
  await running;
  await skipped;
  await end('3');
  expect([await next, begun]).toEqual(['3', ['1', '3']]);
});

test('a job that fails makes room for the next', async () => {
  const queue = openFairQueue({ concurrency: 1 });
  await expect(queue.add('a', () => Promise.reject(new Error('no page')), isThere)).rejects.toThrow(
    'no page',
  );
  expect(await queue.add('a', () => Promise.resolve('page'), isThere)).toBe('page');
});

test('a job that takes too long gives up its turn, but continues', async () => {
  const queue = openFairQueue({ concurrency: 1, longestTurn: 20 });
  const { begun, job, end } = jobs();
  const stuck = queue.add('a', job('1'), isThere);
  const next = queue.add('a', job('2'), isThere);
  await expect.poll(() => begun).toEqual(['1', '2']);
  await end('2');
  expect(await next).toBe('2');
  await end('1');
  expect(await stuck).toBe('1');
});
