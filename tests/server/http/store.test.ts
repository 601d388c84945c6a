import { expect, test } from 'vitest';
import { openStore } from '@/server/http/cache/store';

const value = (bytes = 10) => ({ bytes });

test('a flood of one-off values evicts nothing that is requested often', () => {
  const store = openStore(1000);
  for (let good = 0; good < 50; good += 1) {
    store.save(`good ${good}`, value());
    store.find(`good ${good}`);
  }
  for (let junk = 0; junk < 10_000; junk += 1) store.save(`junk ${junk}`, value());
  const left = Array.from({ length: 50 }, (_, good) => store.find(`good ${good}`));
  expect(left.every((it) => it !== undefined)).toBe(true);
});

test('while few values are requested again, one-off values use the remaining memory', () => {
  const store = openStore(1000);
  store.save('good', value());
  store.find('good');
  for (let at = 0; at < 99; at += 1) store.save(`once ${at}`, value());
  expect(store.figures()).toMatchObject({ entries: 100, bytes: 1000 });
  // The more values are protected, the less memory is left for the others.
  for (let at = 0; at < 99; at += 1) store.find(`once ${at}`);
  for (let at = 0; at < 100; at += 1) store.save(`new ${at}`, value());
  const left = Array.from({ length: 99 }, (_, at) => store.peek(`once ${at}`) !== undefined);
  expect(left.filter(Boolean)).toHaveLength(80);
  expect(left.lastIndexOf(false)).toBe(18);
});

test('the store never exceeds its bound, and uses all of it', () => {
  const store = openStore(1000);
  for (let at = 0; at < 1000; at += 1) {
    store.save(`${at}`, value(7));
    if (at % 2 === 0) store.find(`${at}`);
    expect(store.figures().bytes).toBeLessThanOrEqual(1000);
  }
  expect(store.figures().bytes).toBeGreaterThan(950);
});

test('a value that grows is counted at its new size', () => {
  const store = openStore(1000);
  const grown = value(10);
  store.save('a', grown);
  grown.bytes = 100;
  store.resize('a', grown);
  expect(store.figures()).toMatchObject({ entries: 1, bytes: 100 });
  expect(store.find('a')).toBe(grown);
  // A value that was replaced meanwhile is not counted.
  store.save('a', value(20));
  store.resize('a', grown);
  expect(store.figures()).toMatchObject({ entries: 1, bytes: 20 });
});

test('a value that is no longer requested is evicted in the end', () => {
  const store = openStore(1000);
  store.save('old', value());
  store.find('old');
  for (let at = 0; at < 200; at += 1) {
    store.save(`${at}`, value());
    store.find(`${at}`);
  }
  expect(store.find('old')).toBeUndefined();
});

test('a store of size 0 keeps nothing', () => {
  const store = openStore(0);
  store.save('a', value());
  expect(store.find('a')).toBeUndefined();
  expect(store.figures()).toEqual({ entries: 0, bytes: 0, bound: 0 });
});
