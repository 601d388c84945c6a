import { expect, test } from 'vitest';
import {
  fixedIn,
  isAffected,
  mergeAliases,
  type Advisory,
  type OsvEvent,
} from '@/lib/package/advisories';

/** Parses `2.1 <2.2.8 2.3 <=2.3.4`: introduced 2.1, fixed 2.2.8, introduced 2.3, last affected 2.3.4. */
function rangeOf(text: string): OsvEvent[] {
  return text.split(' ').map((part) => {
    if (part.startsWith('<=')) return { last_affected: part.slice(2) };
    return part.startsWith('<') ? { fixed: part.slice(1) } : { introduced: part };
  });
}

const affecting = (...ranges: string[]) => ({ ranges: ranges.map(rangeOf), versions: [] });

/** Ranges of published advisories, as OSV writes them. */
const celery2011 = affecting('2.1 <2.2.8 2.3 <2.3.4 2.4 <2.4.4');
const celery2021 = affecting('0 <5.2.2');
const nautobot2024 = affecting('2.0.0 <2.1.2 0 <1.6.10');
const wagtail2021 = affecting('2.11 <2.11.7 0 <2.11.6 2.12 <2.12.4');
const mezzanine2021 = affecting('0');

test.each([
  ['2.0', celery2011, false],
  ['2.1', celery2011, true],
  ['2.1.0', celery2011, true],
  ['2.2.7', celery2011, true],
  ['2.2.8', celery2011, false],
  ['2.2.10', celery2011, false],
  ['2.3', celery2011, true],
  ['2.3.4', celery2011, false],
  ['2.4.3', celery2011, true],
  ['2.4.4', celery2011, false],
  ['5.2.1', celery2021, true],
  ['5.2.2rc1', celery2021, true],
  ['5.2.2', celery2021, false],
  ['5.2.10', celery2021, false],
  ['1!0.1', celery2021, false],
  ['1.6.9', nautobot2024, true],
  ['1.6.10', nautobot2024, false],
  ['1.9', nautobot2024, false],
  ['2.0.0', nautobot2024, true],
  ['2.1.2', nautobot2024, false],
  ['2.11.5', wagtail2021, true],
  ['2.11.6', wagtail2021, false],
  ['2.12.3', wagtail2021, true],
  ['0.0.dev1', mezzanine2021, true],
  ['99', mezzanine2021, true],
])('%s by %j: %s', (version, affected, expected) => {
  expect(isAffected(version, affected)).toBe(expected);
});

test.each([
  ['1.0', true],
  ['1.4', true],
  ['1.4.0', true],
  ['1.4.post1', false],
  ['1.4.1', false],
  ['1.0rc1', false],
  ['1.2+local.1', true],
])('the last affected version is affected, later ones are not: %s', (version, expected) => {
  expect(isAffected(version, affecting('1.0 <=1.4'))).toBe(expected);
});

test('each range counts by itself', () => {
  const affected = affecting('1.0 <1.2', '1.1 <1.5');
  expect(['0.9', '1.3', '1.5'].map((it) => isAffected(it, affected))).toEqual([false, true, false]);
});

test('a range may begin where another ends', () => {
  const affected = affecting('1.0 <2.0 2.0 <3.0');
  expect(['2.0', '3.0'].map((it) => isAffected(it, affected))).toEqual([true, false]);
});

test('listed versions are affected in any spelling, also beside ranges', () => {
  const affected = { ranges: [rangeOf('3.0 <3.1')], versions: ['1.0', '2.0RC1', 'nightly'] };
  const asked = ['1.0.0', '2.0-rc.1', 'nightly', '3.0', '1.1', 'Nightly'];
  expect(asked.map((it) => isAffected(it, affected))).toEqual([
    ...[true, true, true, true, false, false],
  ]);
});

test('a version that is not PEP 440 is in no range', () => {
  expect(isAffected('latest', mezzanine2021)).toBe(false);
});

test('ends of ranges that are not PEP 440 are ignored, and starts count as before all versions', () => {
  expect(isAffected('5.0', affecting('1.0 <abc'))).toBe(true);
  expect(isAffected('0.1', affecting('abc <1.0'))).toBe(true);
  expect(isAffected('1.0', affecting('abc <1.0'))).toBe(false);
});

test('an advisory without ranges and versions affects nothing', () => {
  expect(isAffected('1.0', affecting())).toBe(false);
  expect(isAffected('1.0', { ranges: [[]], versions: [] })).toBe(false);
});

test.each([
  ['2.1', celery2011, '2.2.8'],
  ['2.3.1', celery2011, '2.3.4'],
  ['2.2.8', celery2011, undefined],
  ['5.2.2a1', celery2021, '5.2.2'],
  ['1.0', nautobot2024, '1.6.10'],
  ['2.0.1', nautobot2024, '2.1.2'],
  ['1.0', mezzanine2021, undefined],
  ['1.0', affecting('1.0 <=1.4'), undefined],
  ['latest', celery2021, undefined],
])('%s by %j is fixed in %s', (version, affected, expected) => {
  expect(fixedIn(version, affected)).toBe(expected);
});

test('a version that another range still affects fixes nothing', () => {
  expect(fixedIn('1.1', affecting('1.0 <1.2', '1.1 <1.5'))).toBe('1.5');
});

const advisory = (id: string, changes: Partial<Advisory> = {}): Advisory => ({
  id,
  aliases: [],
  summary: '',
  publishedAt: null,
  modifiedAt: 100,
  withdrawnAt: null,
  severity: null,
  ranges: [],
  versions: [],
  references: [],
  ...changes,
});

test('PYSEC and GHSA records of one CVE are one advisory with what each of them knows', () => {
  const vector = 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N';
  const ghsa = advisory('GHSA-aaaa-bbbb-cccc', {
    aliases: ['CVE-2030-1'],
    summary: 'Paths are not checked',
    publishedAt: 20,
    modifiedAt: 400,
    severity: vector,
    level: 'medium',
    ranges: [rangeOf('1.0 <1.2')],
    versions: ['1.0', '1.1'],
    references: ['https://example.com/fix', 'https://example.com/report'],
  });
  const pysec = advisory('PYSEC-2030-7', {
    aliases: ['CVE-2030-1'],
    publishedAt: 30,
    ranges: [rangeOf('0 <1.2')],
    versions: ['1.1', '0.9'],
    references: ['https://example.com/fix'],
  });
  const other = advisory('PYSEC-2030-8', { aliases: ['CVE-2030-2'] });

  expect(mergeAliases([ghsa, other, pysec])).toEqual([
    {
      id: 'PYSEC-2030-7',
      aliases: ['GHSA-aaaa-bbbb-cccc', 'CVE-2030-1'],
      summary: 'Paths are not checked',
      publishedAt: 20,
      modifiedAt: 400,
      withdrawnAt: null,
      severity: vector,
      level: 'medium',
      ranges: [rangeOf('0 <1.2'), rangeOf('1.0 <1.2')],
      versions: ['1.1', '0.9', '1.0'],
      references: ['https://example.com/fix', 'https://example.com/report'],
    },
    other,
  ]);
});

test('advisories are one if a third is an alias of both', () => {
  const merged = mergeAliases([
    advisory('PYSEC-2030-1'),
    advisory('PYSEC-2030-2', { aliases: ['CVE-2030-2'] }),
    advisory('GHSA-aaaa-bbbb-cccc', { aliases: ['CVE-2030-2', 'PYSEC-2030-1'] }),
  ]);
  expect(merged.map(({ id, aliases }) => [id, ...aliases])).toEqual([
    ['PYSEC-2030-1', 'PYSEC-2030-2', 'CVE-2030-2', 'GHSA-aaaa-bbbb-cccc'],
  ]);
});

test('a withdrawn record does not count beside a valid one', () => {
  const withdrawn = advisory('PYSEC-2030-1', { withdrawnAt: 5, ranges: [rangeOf('0')] });
  const valid = advisory('GHSA-aaaa-bbbb-cccc', {
    aliases: ['PYSEC-2030-1'],
    ranges: [rangeOf('1.0 <1.2')],
  });
  expect(mergeAliases([withdrawn, valid])).toEqual([valid]);
});

test('an advisory is withdrawn if all of its records are', () => {
  const [merged] = mergeAliases([
    advisory('PYSEC-2030-1', { withdrawnAt: 5 }),
    advisory('GHSA-aaaa-bbbb-cccc', { aliases: ['PYSEC-2030-1'], withdrawnAt: 9 }),
  ]);
  expect(merged?.withdrawnAt).toBe(9);
});
