import { expect, test } from 'vitest';
import { declaredCycles } from '@/lib/cycles';
import { compareVersions } from '@/lib/versions';

const cyclesOf = (...given: Parameters<typeof declaredCycles>) =>
  declaredCycles(...given).map(({ cycle }) => cycle);
const namedOf = (...given: Parameters<typeof declaredCycles>) =>
  declaredCycles(...given).flatMap(({ cycle, isNamed }) => (isNamed ? [cycle] : []));

test.each(['django', 'python'] as const)('the cycles of %s rise and stand once each', (product) => {
  const cycles = cyclesOf(product, []);
  expect(cycles).toEqual([...new Set(cycles)].sort(compareVersions));
  expect(cycles.length).toBeGreaterThan(0);
});

test('a package that names nothing has the recent cycles, none of them named', () => {
  expect(cyclesOf('python', []).slice(0, 3)).toEqual(['3.9', '3.10', '3.11']);
  expect(namedOf('python', [])).toEqual([]);
});

test('the cycles that a package names are marked', () => {
  expect(namedOf('django', ['5.2', '4.2'])).toEqual(['4.2', '5.2']);
  expect(cyclesOf('django', ['5.2', '4.2'])).toEqual(cyclesOf('django', []));
});

test('older and newer cycles stand where a package names them', () => {
  expect(cyclesOf('python', ['2.7', '3.8', '4.0'])).toEqual([
    '2.7',
    '3.8',
    ...cyclesOf('python', []),
    '4.0',
  ]);
});

test('a cycle that is named twice stands once', () => {
  expect(namedOf('django', ['1.11', '1.11'])).toEqual(['1.11']);
});
