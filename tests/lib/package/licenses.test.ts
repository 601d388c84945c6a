import { expect, test } from 'vitest';
import { filters } from '@/lib/comparison/filters';
import { meets } from '@/lib/facets/conditions';
import { facets } from '@/lib/facets/facets';
import { licensePage, licenseText, readLicense } from '@/lib/package/licenses';
import { judgeHealth } from '@/lib/scoring/health';
import { sourceCode } from '@/lib/structured/things';
import { comparedPackage } from '../comparison/compared-package';
import { clock, healthyFacts } from '../scoring/health-facts';

/** A licence text, how it is shown, the licences in it, and whether it is approved. */
const read: [string, string, string[], boolean][] = [
  ['MIT', 'MIT', ['MIT'], true],
  ['mit', 'MIT', ['MIT'], true],
  [' Mit ', 'MIT', ['MIT'], true],
  ['bsd-3-clause', 'BSD-3-Clause', ['BSD-3-Clause'], true],
  ['gpl-3.0-or-later', 'GPL-3.0-or-later', ['GPL-3.0-or-later'], true],
  ['BlueOak-1.0.0', 'BlueOak-1.0.0', ['BlueOak-1.0.0'], true],
  ['WTFPL', 'WTFPL', ['WTFPL'], false],
  ['CC0-1.0', 'CC0-1.0', ['CC0-1.0'], false],
  ['SSPL-1.0', 'SSPL-1.0', ['SSPL-1.0'], false],
  // Expressions.
  ['MIT OR Apache-2.0', 'MIT OR Apache-2.0', ['MIT', 'Apache-2.0'], true],
  ['mit or apache-2.0', 'MIT OR Apache-2.0', ['MIT', 'Apache-2.0'], true],
  ['MIT  OR  Apache-2.0', 'MIT OR Apache-2.0', ['MIT', 'Apache-2.0'], true],
  ['MIT/Apache-2.0', 'MIT OR Apache-2.0', ['MIT', 'Apache-2.0'], true],
  ['MIT OR Elastic-2.0', 'MIT OR Elastic-2.0', ['MIT', 'Elastic-2.0'], true],
  ['WTFPL OR Elastic-2.0', 'WTFPL OR Elastic-2.0', ['WTFPL', 'Elastic-2.0'], false],
  ['MIT AND BSD-3-Clause', 'MIT AND BSD-3-Clause', ['MIT', 'BSD-3-Clause'], true],
  ['MIT AND CC0-1.0', 'MIT AND CC0-1.0', ['MIT', 'CC0-1.0'], false],
  [
    'MIT AND (BSD-2-Clause OR WTFPL)',
    'MIT AND (BSD-2-Clause OR WTFPL)',
    ['MIT', 'BSD-2-Clause', 'WTFPL'],
    true,
  ],
  ['MIT OR (ISC AND WTFPL)', 'MIT OR (ISC AND WTFPL)', ['MIT', 'ISC', 'WTFPL'], true],
  ['ISC AND WTFPL OR SSPL-1.0', 'ISC AND WTFPL OR SSPL-1.0', ['ISC', 'WTFPL', 'SSPL-1.0'], false],
  ['(MIT)', '(MIT)', ['MIT'], true],
  ['MIT OR MIT', 'MIT OR MIT', ['MIT'], true],
  [
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'GPL-2.0-only WITH Classpath-exception-2.0',
    ['GPL-2.0-only'],
    true,
  ],
  ['apache-2.0 with LLVM-exception', 'Apache-2.0 WITH LLVM-exception', ['Apache-2.0'], true],
  ['Apache-2.0+', 'Apache-2.0+', ['Apache-2.0'], true],
  ['LicenseRef-acme', 'LicenseRef-acme', ['LicenseRef-acme'], false],
  ['MIT OR LicenseRef-acme', 'MIT OR LicenseRef-acme', ['MIT', 'LicenseRef-acme'], true],
  [
    'DocumentRef-a:LicenseRef-b',
    'DocumentRef-a:LicenseRef-b',
    ['DocumentRef-a:LicenseRef-b'],
    false,
  ],
  // Deprecated identifiers.
  ['GPL-3.0', 'GPL-3.0', ['GPL-3.0'], true],
  ['GPL-3.0+', 'GPL-3.0+', ['GPL-3.0+'], true],
  ['agpl-3.0', 'AGPL-3.0', ['AGPL-3.0'], true],
  [
    'GPL-2.0-with-classpath-exception',
    'GPL-2.0-with-classpath-exception',
    ['GPL-2.0-with-classpath-exception'],
    true,
  ],
  // Names and trove classifiers.
  ['The MIT License (MIT)', 'MIT', ['MIT'], true],
  ['MIT Licence', 'MIT', ['MIT'], true],
  ['License :: OSI Approved :: MIT License', 'MIT', ['MIT'], true],
  ['Apache License, Version 2.0', 'Apache-2.0', ['Apache-2.0'], true],
  ['Apache 2.0', 'Apache-2.0', ['Apache-2.0'], true],
  ['BSD 3-Clause "New" or "Revised" License', 'BSD-3-Clause', ['BSD-3-Clause'], true],
  ['3-Clause BSD License', 'BSD-3-Clause', ['BSD-3-Clause'], true],
  ['Mozilla Public License 2.0 (MPL 2.0)', 'MPL-2.0', ['MPL-2.0'], true],
  ['ISC License (ISCL)', 'ISC', ['ISC'], true],
  ['The Unlicense (Unlicense)', 'Unlicense', ['Unlicense'], true],
  ['GPLv3', 'GPL-3.0-only', ['GPL-3.0-only'], true],
  ['GPLv2+', 'GPL-2.0-or-later', ['GPL-2.0-or-later'], true],
  ['LGPL 2.1', 'LGPL-2.1-only', ['LGPL-2.1-only'], true],
  ['GNU General Public License v3 (GPLv3)', 'GPL-3.0-only', ['GPL-3.0-only'], true],
  [
    'GNU Affero General Public License v3 or later (AGPLv3+)',
    'AGPL-3.0-or-later',
    ['AGPL-3.0-or-later'],
    true,
  ],
  ['License :: OSI Approved :: BSD License', 'BSD License', ['BSD License'], true],
  // Ambiguous.
  ['BSD', 'BSD', ['BSD'], false],
  ['GPL', 'GPL', ['GPL'], false],
  ['NONE', 'NONE', ['NONE'], false],
  ['proprietary', 'proprietary', ['proprietary'], false],
  ['MIT, Apache-2.0', 'MIT, Apache-2.0', ['MIT, Apache-2.0'], false],
  ['MIT AND', 'MIT AND', ['MIT AND'], false],
  ['(MIT', '(MIT', ['(MIT'], false],
  ['GPLv9', 'GPLv9', ['GPLv9'], false],
  ['toString', 'toString', ['toString'], false],
  ['('.repeat(10_000), '('.repeat(10_000), ['('.repeat(10_000)], false],
];

test.each(read)('%j is shown as %j', (licence, text, names, isOsiApproved) => {
  expect(readLicense(licence)).toEqual({ text, names, isOsiApproved });
});

const unknown = [null, '', ' ', 'NOASSERTION', 'noassertion', 'UNKNOWN'];

test.each(unknown)('%j is an unknown licence', (licence) => {
  expect(readLicense(licence)).toBeNull();
  expect(licenseText(licence)).toBeNull();
});

const facet = facets.find(({ key }) => key === 'licence');
const filter = filters.find(({ key }) => key === 'licence');
const healthOf = (licence: string | null) =>
  judgeHealth({ ...healthyFacts, licence }, clock).judged.find(
    ({ criterion }) => criterion.key === 'licence',
  )?.share;

test.each(read)(
  'facets, filters, search and health agree on %j',
  (licence, _, names, isApproved) => {
    const values = facet?.valuesOf(licence, 0) ?? [];
    expect(values).toEqual(isApproved ? ['osi', ...names] : names);
    const it = comparedPackage(1, { licence });
    expect(filter?.passes(it, 'osi')).toBe(isApproved);
    expect(names.every((name) => filter?.passes(it, name))).toBe(true);
    expect(filter?.passes(it, 'Zlib')).toBe(false);
    expect(
      filter
        ?.options([it])
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual(['osi', ...names].toSorted());
    for (const name of names) {
      expect(meets({ operator: 'licence', value: name.toUpperCase() }, values, values)).toBe(true);
    }
    expect(healthOf(licence)).toBe(isApproved ? 1 : 0);
  },
);

test.each(unknown)('facets, filters and health ignore %j', (licence) => {
  expect(facet?.valuesOf(licence, 0)).toEqual(['unknown']);
  const it = comparedPackage(1, { licence });
  expect(filter?.passes(it, 'osi')).toBe(false);
  expect(filter?.options([it])).toHaveLength(1);
  expect(healthOf(licence)).toBeNull();
});

test('a licence named osi is not an approved one', () => {
  expect(facet?.valuesOf('osi', 0)).toEqual([]);
});

const page = (id: string) => `https://spdx.org/licenses/${id}.html`;

test.each([
  ['mit', page('MIT')],
  ['MIT OR Apache-2.0', [page('MIT'), page('Apache-2.0')]],
  ['GPL-2.0-only WITH Classpath-exception-2.0', page('GPL-2.0-only')],
  ['proprietary', 'proprietary'],
  ['MIT AND LicenseRef-acme', [page('MIT'), 'LicenseRef-acme']],
  ['NOASSERTION', undefined],
  [null, undefined],
])('the structured data of %j has %j', (licence, address) => {
  const it = {
    slug: 'a',
    title: 'A',
    repoDescription: '',
    repoUrl: null,
    documentationUrl: null,
    pypiName: null,
    lastCommitAt: null,
    licence,
  };
  expect(sourceCode('', it, undefined, [])['license']).toEqual(address);
});

test('only SPDX licences have a page', () => {
  expect(licensePage('MIT')).toBe(page('MIT'));
  expect(licensePage('constructor')).toBeUndefined();
});
