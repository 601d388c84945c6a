import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepHealth } from '@/server/cli/keep-health';

const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 28) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs that end on request. */
function runs() {
  const begun: { command: string; at: number; end: (isDone: boolean) => void }[] = [];
  const start = Date.now();
  const run = (command: string) =>
    new Promise<boolean>((end) => {
      begun.push({ command, at: (Date.now() - start) / HOUR, end });
    });
  return { begun, run };
}

test('health is recomputed once a day, but not right after the start', async () => {
  const { begun, run } = runs();
  keepHealth({}, run);
  await vi.advanceTimersByTimeAsync(23 * HOUR);
  expect(begun).toEqual([]);
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(begun.map(({ command, at }) => [command, at])).toEqual([['judge', 24]]);
  begun[0]?.end(true);
  await vi.advanceTimersByTimeAsync(72 * HOUR);
  expect(begun.map(({ at }) => at)).toEqual([24, 48]);
});

test('runs do not overlap', async () => {
  const { begun, run } = runs();
  keepHealth({}, run);
  await vi.advanceTimersByTimeAsync(80 * HOUR);
  expect(begun).toHaveLength(1);
  begun[0]?.end(true);
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(begun).toHaveLength(2);
});

test('a failed run is retried soon', async () => {
  const { begun, run } = runs();
  keepHealth({}, run);
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  begun[0]?.end(false);
  await vi.advanceTimersByTimeAsync(HOUR / 2);
  expect(begun).toHaveLength(2);
});
