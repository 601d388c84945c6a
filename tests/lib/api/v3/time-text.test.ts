import { expect, test } from 'vitest';
import { utcText } from '@/lib/api/v3/time-text';

const second = Date.UTC(2024, 5, 3, 17, 19, 48) * 1000;

test.each([
  [0, '2024-06-03T17:19:48Z'],
  [1, '2024-06-03T17:19:48.000Z'],
  [550_000, '2024-06-03T17:19:48.550Z'],
  [14_731, '2024-06-03T17:19:48.014Z'],
  [999_999, '2024-06-03T17:19:48.999Z'],
])('%i µs are truncated to milliseconds', (micros, text) => {
  expect(utcText(second + micros)).toBe(text);
});
