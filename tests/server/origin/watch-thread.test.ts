import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchThread } from '@/server/origin/watch-thread';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HOUR = 3_600_000;

test('a thread that gives signs of life is left alone, and one that gives none is told of once', () => {
  const hung = vi.fn();
  let isAlive = true;
  const note = watchThread(() => {
    if (isAlive) note();
  }, hung);
  vi.advanceTimersByTime(HOUR);
  expect(hung).not.toHaveBeenCalled();

  isAlive = false;
  vi.advanceTimersByTime(30_000);
  expect(hung).not.toHaveBeenCalled();
  vi.advanceTimersByTime(HOUR);
  expect(hung).toHaveBeenCalledOnce();
});
