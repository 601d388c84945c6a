import { expect, test } from 'vitest';
import { growingPauses } from '@/server/primary/pauses';

test('pauses grow to five seconds while a process keeps failing', () => {
  const pauseAfter = growingPauses();
  const pauses = Array.from({ length: 9 }, () => pauseAfter(20));
  expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
});

test('a process that ran for a while is restarted at once, and then the pauses grow again', () => {
  const pauseAfter = growingPauses();
  for (const lived of [20, 20, 20, 20]) pauseAfter(lived);
  expect([pauseAfter(10_000), pauseAfter(20), pauseAfter(20)]).toEqual([100, 200, 400]);
});
