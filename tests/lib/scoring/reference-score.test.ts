import { expect, test } from 'vitest';
import { referenceScore } from '@/lib/scoring/reference-score';
import { parseTime } from '@/lib/time';

const at = (text: string) => parseTime(text, 'UTC') ?? 0;
const now = at('2026-11-21T12:00:00');

test.each([
  { stars: 100, last: '2026-11-20', python3: true, score: 100 },
  { stars: 100, last: null, python3: false, score: 60 },
  { stars: 1000, last: '2024-11-20', python3: false, score: -100 },
  { stars: 1000, last: '2016-11-20', python3: true, score: -500 },
  { stars: 0, last: null, python3: false, score: 0 },
  { stars: 5000, last: '2026-11-20', python3: false, score: 4000 },
])('$stars stars, last commit $last, Python 3 $python3: $score', (example) => {
  const lastCommitAt = example.last === null ? null : at(example.last);
  expect(
    referenceScore({ stars: example.stars, lastCommitAt, supportsPython3: example.python3 }, now),
  ).toBe(example.score);
});

test('a quarter counts from the moment it is complete', () => {
  const score = (last: string) =>
    referenceScore({ stars: 100, lastCommitAt: at(last), supportsPython3: true }, now);
  expect(score('2026-08-21T12:00:00')).toBe(90);
  expect(score('2026-08-21T12:00:01')).toBe(100);
});

test('a future commit counts like one of today', () => {
  const lastCommitAt = at('2026-12-24');
  expect(referenceScore({ stars: 7, lastCommitAt, supportsPython3: true }, now)).toBe(7);
});
