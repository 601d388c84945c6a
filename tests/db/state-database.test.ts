import { afterEach, expect, test, vi } from 'vitest';
import { authSecret, stateDatabase, storage } from '@/db/state-database';
import { countSignIn } from '@/db/sign-in-limit';
import { useEmptyDatabase } from '@/tests/tools/database';

useEmptyDatabase();

afterEach(() => {
  vi.useRealTimers();
});

test('a stored value is found until it expires or is deleted', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  storage.set('a', 'one', 60);
  storage.set('b', 'two');
  expect([storage.get('a'), storage.get('b'), storage.get('c')]).toEqual(['one', 'two', null]);
  vi.advanceTimersByTime(60_000);
  expect([storage.get('a'), storage.get('b')]).toEqual([null, 'two']);
  storage.set('b', 'three');
  expect(storage.get('b')).toBe('three');
  storage.delete('b');
  expect(storage.get('b')).toBeNull();
});

test('expired values are deleted by the next write', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  storage.set('old', 'x', 60);
  vi.advanceTimersByTime(61_000);
  storage.set('new', 'y', 60);
  const keys = stateDatabase().prepare('select key from stored').pluck().all();
  expect(keys).toContain('new');
  expect(keys).not.toContain('old');
});

test('a key can be claimed once until it expires', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  expect([storage.claim('k', 60), storage.claim('k', 60)]).toEqual([true, false]);
  vi.advanceTimersByTime(60_000);
  expect(storage.claim('k', 60)).toBe(true);
});

test('the secret is made once and kept', () => {
  const secret = authSecret();
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(authSecret()).toBe(secret);
});

test('ten attempts to sign in with one name are allowed, in any case of letters', async () => {
  const tries: boolean[] = [];
  for (let index = 0; index < 11; index += 1) {
    tries.push(await countSignIn(index % 2 === 0 ? 'Ada' : 'ada'));
  }
  expect(tries).toEqual([...Array.from({ length: 10 }, () => true), false]);
  expect(await countSignIn('bob')).toBe(true);
});
