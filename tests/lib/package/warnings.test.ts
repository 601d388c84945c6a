import { expect, test } from 'vitest';
import { listWarnings, lifecycleOf, warnings, type WarningInput } from '@/lib/package/warnings';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { clock, daysAgo, healthyFacts, unknownFacts } from '../scoring/health-facts';

const at = (text: string) => parseTime(text, DAY_ZONE) ?? 0;
const dates = { deprecatedAt: null, archivedAt: null };
const healthy: WarningInput = { ...healthyFacts, ...dates };

const warn = (facts: Partial<WarningInput>) => listWarnings({ ...healthy, ...facts }, clock);
const keys = (facts: Partial<WarningInput>) => warn(facts).map(({ key }) => key);
const textOf = (facts: Partial<WarningInput>) => warn(facts)[0]?.text;

const read = at('2026-11-11');

/** Input that causes each warning, and its text. */
const cases: Record<string, { facts: Partial<WarningInput>; text: string }> = {
  deprecated: {
    facts: { isDeprecated: true, deprecatedAt: at('2024-03-02') },
    text: 'Deprecated in March 2024.',
  },
  archived: {
    facts: { isArchived: true, archivedAt: at('2023-07-01') },
    text: 'Archived in July 2023: its repository is read-only.',
  },
  unmaintained: {
    facts: { lastCommitAt: at('2022-05-31'), commitsAsOf: read },
    text: 'Unmaintained: no commits since May 2022.',
  },
  no_release: {
    facts: { lastReleaseAt: at('2024-01-01'), lastReleasePrecision: 'month' },
    text: 'No release since 2.0 (January 2024).',
  },
  old_django: {
    facts: { djangoVersions: ['3.2', '4.2'] },
    text: 'The newest Django version it declares is 4.2 (as of November 2026). Security fixes for 4.2 ended in April 2026.',
  },
};

test('packages without problems or without data have no warnings', () => {
  expect(keys({})).toEqual([]);
  expect(listWarnings({ ...unknownFacts, ...dates }, clock)).toEqual([]);
});

test('every warning has a case here', () => {
  expect(Object.keys(cases)).toEqual(warnings.map(({ key }) => key));
});

test.each(Object.entries(cases))('%s has a warning sentence with advice', (key, example) => {
  const [warning, ...others] = warn(example.facts);
  expect(warning).toMatchObject({ key, text: example.text });
  expect(warning?.advice).toMatch(/^[A-Z].+\.$/);
  expect(others).toEqual([]);
});

test('a deprecated or archived package has no other warnings', () => {
  const old = {
    ...cases['unmaintained']?.facts,
    ...cases['no_release']?.facts,
    djangoVersions: ['3.2'],
  };
  expect(keys(old)).toEqual(['unmaintained', 'no_release', 'old_django']);
  expect(keys({ ...old, isArchived: true })).toEqual(['archived']);
  expect(keys({ ...old, isDeprecated: true, isArchived: true })).toEqual([
    'deprecated',
    'archived',
  ]);
});

test('omits an unknown date', () => {
  expect(textOf({ isDeprecated: true })).toBe('Deprecated.');
  expect(textOf({ isArchived: true })).toMatch(/^Archived: its repository/);
});

test('old data says so', () => {
  const facts = { lastCommitAt: at('2016-08-01'), commitsAsOf: at('2021-07-16') };
  expect(textOf(facts)).toBe(
    'Unmaintained: no commits from August 2016 to July 2021, when we last checked.',
  );
  const releases = { lastReleaseAt: at('2019-08-01'), releasesAsOf: at('2024-03-28') };
  expect(textOf(releases)).toBe('No release since 2.0 (1 August 2019), as of March 2024.');
});

test('a package that was active when last checked, long ago, is not unmaintained', () => {
  expect(keys({ lastCommitAt: at('2024-03-01'), commitsAsOf: at('2024-03-28') })).toEqual([]);
  expect(keys({ djangoVersions: ['5.0'], snapshotAt: at('2024-03-28') })).toEqual([]);
  expect(keys({ lastReleaseAt: daysAgo(900), releasesAsOf: daysAgo(800) })).toEqual([]);
});

test('warns of a missing release after a year', () => {
  const released = (days: number) =>
    keys({ releasesAsOf: daysAgo(0), lastReleaseAt: daysAgo(days) });
  expect(released(365)).toEqual([]);
  expect(released(366)).toEqual(['no_release']);
});

test.each([
  [{}, undefined],
  [{ isDeprecated: true, isArchived: true }, 'Deprecated'],
  [{ isArchived: true }, 'Archived'],
  [{ lastCommitAt: daysAgo(800), commitsAsOf: daysAgo(10) }, 'Unmaintained'],
  [{ lastCommitAt: at('2016-08-01'), commitsAsOf: at('2021-07-16') }, 'Unmaintained in 2021'],
  [{ lastCommitAt: daysAgo(800), commitsAsOf: daysAgo(600) }, undefined],
  [{ lastCommitAt: null, commitsAsOf: null }, undefined],
])('%j is %j in one word', (facts, word) => {
  expect(lifecycleOf({ ...healthy, ...facts }, clock)?.word).toBe(word);
});
