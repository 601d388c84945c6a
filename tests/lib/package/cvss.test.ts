import { expect, test } from 'vitest';
import { cvssLevel, cvssScore } from '@/lib/package/cvss';

/** Vectors and scores of FIRST's "Common Vulnerability Scoring System v3.1: Examples". */
const published: [string, string, number][] = [
  ['CVE-2013-1937', 'AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
  ['CVE-2013-0375', 'AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
  ['CVE-2014-3566', 'AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
  ['CVE-2012-1516', 'AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9],
  ['CVE-2009-0783', 'AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2],
  ['CVE-2012-0384', 'AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', 8.8],
  ['CVE-2015-1098', 'AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', 7.8],
  ['CVE-2014-0160', 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5],
  ['CVE-2014-6271', 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
  ['CVE-2008-1447', 'AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N', 6.8],
  ['CVE-2014-2005', 'AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 6.8],
  ['CVE-2010-0467', 'AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:N/A:N', 5.8],
  ['CVE-2013-6014', 'AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H', 9.3],
  ['CVE-2014-9253', 'AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N', 5.4],
  ['CVE-2011-1265', 'AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 8.8],
  ['CVE-2014-2019', 'AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N', 4.6],
  ['CVE-2014-0224', 'AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N', 7.4],
  ['CVE-2012-5376', 'AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H', 9.6],
  ['CVE-2016-2118', 'AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H', 7.5],
];

test.each(published)('%s, %s, scores %d', (_id, vector, score) => {
  expect(cvssScore(`CVSS:3.1/${vector}`)).toBe(score);
  expect(cvssScore(`CVSS:3.0/${vector}`)).toBe(score);
});

test.each([
  ['AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 'critical'],
  ['AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 'high'],
  ['AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 'medium'],
  ['AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 'low'],
  ['AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 'none'],
])('%s is %s', (vector, level) => {
  expect(cvssLevel(`CVSS:3.1/${vector}`)).toBe(level);
});

test('the order of metrics, and temporal and environmental ones, make no difference', () => {
  expect(cvssScore('CVSS:3.1/S:U/A:N/I:N/C:H/UI:N/PR:N/AC:L/AV:N/E:P/RL:O/CR:H')).toBe(7.5);
});

test.each([
  '',
  'high',
  '7.5',
  'AV:N/AC:L/Au:N/C:P/I:P/A:P',
  'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
  'CVSS:2.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N',
  'CVSS:3.1/AV:N/AC:L/UI:N/S:U/C:H/I:N/A:N',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/C:H/I:N/A:N',
  'CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
  'CVSS:3.1/AV:constructor/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
  'CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
])('%j has no known level', (vector) => {
  expect(cvssLevel(vector)).toBeUndefined();
});
