import { expect, test } from 'vitest';
import { declaredCycles, recentCycles, supportedCycles, type Product } from '@/lib/package/cycles';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { compareVersions } from '@/lib/package/versions';

const cyclesOf = (...given: Parameters<typeof declaredCycles>) =>
  declaredCycles(...given).map(({ cycle }) => cycle);
const namedOf = (...given: Parameters<typeof declaredCycles>) =>
  declaredCycles(...given).flatMap(({ cycle, isNamed }) => (isNamed ? [cycle] : []));

test.each(['django', 'python'] as const)('the cycles of %s are ascending and unique', (product) => {
  const cycles = cyclesOf(product, []);
  expect(cycles).toEqual([...new Set(cycles)].sort(compareVersions));
  expect(cycles.length).toBeGreaterThan(0);
});

test('a package without declared versions has the recent cycles, none declared', () => {
  expect(cyclesOf('python', []).slice(0, 3)).toEqual(['3.9', '3.10', '3.11']);
  expect(namedOf('python', [])).toEqual([]);
});

test('declared cycles are marked', () => {
  expect(namedOf('django', ['5.2', '4.2'])).toEqual(['4.2', '5.2']);
  expect(cyclesOf('django', ['5.2', '4.2'])).toEqual(cyclesOf('django', []));
});

test('older and newer cycles are shown if declared', () => {
  expect(cyclesOf('python', ['2.7', '3.8', '4.0'])).toEqual([
    '2.7',
    '3.8',
    ...cyclesOf('python', []),
    '4.0',
  ]);
});

test('a cycle declared twice is shown once', () => {
  expect(namedOf('django', ['1.11', '1.11'])).toEqual(['1.11']);
});

const supportedOn = (product: Product, day: string) =>
  supportedCycles(product, parseTime(day, DAY_ZONE) ?? 0).map(({ cycle }) => cycle);

test('a cycle is supported from its first release through its last day', () => {
  expect(supportedOn('django', '2026-04-07')).toEqual(['4.2', '5.2', '6.0']);
  expect(supportedOn('django', '2026-04-08')).toEqual(['5.2', '6.0']);
  expect(supportedOn('python', '2026-09-30')).not.toContain('3.15');
  expect(supportedOn('python', '2026-10-01')).toContain('3.15');
});

test.each(['django', 'python'] as const)('each cycle of %s ends after its start', (product) => {
  const day = /^20\d\d-[01]\d-[0-3]\d$/;
  for (const { releasedAt, endOfLife } of recentCycles[product]) {
    expect(releasedAt).toMatch(day);
    expect(endOfLife).toMatch(day);
    expect(releasedAt < endOfLife).toBe(true);
  }
});
