import { expect, test } from 'vitest';
import { metricCell } from '@/components/tables/metric-cell';
import { DAY_ZONE, parseTime } from '@/lib/time';

const at = (day: string) => parseTime(day, DAY_ZONE) ?? 0;
const options = {
  isBest: () => false,
  month: undefined,
  most: 0,
  hasBar: false,
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

test('a count has a bar for its share of the largest, in twentieths', () => {
  const cellOf = (value: number) =>
    metricCell({ kind: 'count', value, asOf: null }, { ...options, hasBar: true, most: 1000 })
      .__html;
  expect(cellOf(1000)).toBe('<td data-number data-bar="20">1,000');
  expect(cellOf(501)).toBe('<td data-number data-bar="11">501');
  expect(cellOf(1)).toBe('<td data-number data-bar="1">1');
  expect(cellOf(0)).toBe('<td data-number>0');
});

test('versions are shown as ranges, and documentation as one word', () => {
  const list = { kind: 'list', value: ['3.9', '3.10', '3.11'], asOf: null } as const;
  expect(metricCell({ ...list, value: [...list.value] }, options).__html).toBe('<td>3.9–3.11');
  const link = { kind: 'link', value: 'https://docs.example.org/en/', asOf: null } as const;
  expect(metricCell(link, options).__html).toBe(
    '<td><a href="https://docs.example.org/en/" rel="nofollow">Docs</a>',
  );
});

test('a long text is cut until it is opened, unless it has links or lines of its own', () => {
  const cellOf = (value: string) =>
    metricCell({ kind: 'cell', value, evidence: undefined, asOf: null }, options).__html;
  const long = 'word '.repeat(14).trim();
  expect(cellOf(long)).toBe(`<td><details class="more"><summary>${long}</summary></details>`);
  expect(cellOf(long.slice(0, 60))).not.toContain('details');
  expect(cellOf(`${long} https://example.org/`)).not.toContain('details');
  expect(cellOf(`${long}\n${long}`)).not.toContain('details');
});

test('who last confirmed a cell is shown where sources are', () => {
  const value = {
    ...{ kind: 'cell' as const, value: 'yes', asOf: null },
    evidence: { text: 'setup.py', href: undefined },
    confirmed: 'confirmed on 1 Dec 2026 by <ada>',
  };
  expect(metricCell(value, options).__html).not.toContain('confirmed');
  expect(metricCell(value, { ...options, hasEvidence: true }).__html).toBe(
    '<td data-mark="yes"><i>yes</i><small> setup.py</small><small> confirmed on 1 Dec 2026 by &lt;ada&gt;</small>',
  );
});
