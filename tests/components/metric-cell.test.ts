import { expect, test } from 'vitest';
import { metricCell } from '@/components/tables/metric-cell';
import { DAY_ZONE, parseTime } from '@/lib/time';

const at = (day: string) => parseTime(day, DAY_ZONE) ?? 0;
const options = {
  best: undefined,
  hasEvidence: false,
  clock: { now: at('2026-11-28'), zone: 'UTC' },
};

test.each([
  [
    'a release',
    at('2026-06-18'),
    '5.0',
    '<td><time datetime="2026-06-18">5 months ago</time><small class="font-mono"> 5.0</small>',
  ],
  [
    'a release whose date is unknown',
    null,
    '5.0',
    '<td data-unknown><i>date unknown</i> <small class="font-mono">5.0</small>',
  ],
  ['no release', null, null, '<td data-unknown><i>unknown</i>'],
])('the cell of %s', (_, value, note, expected) => {
  const cell = metricCell({ kind: 'age', value, note, precision: 'day', asOf: null }, options);
  expect(cell.__html).toBe(expected);
});
