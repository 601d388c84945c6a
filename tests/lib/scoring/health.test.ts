import { expect, test } from 'vitest';
import {
  describeHealth,
  ENOUGH_POINTS,
  healthBands,
  healthCriteria,
  judgeHealth,
  type HealthInput,
} from '@/lib/scoring/health';
import { clock, daysAgo, healthyFacts, unknownFacts } from './health-facts';

type Facts = Partial<HealthInput>;

const judge = (facts: Facts) => judgeHealth({ ...healthyFacts, ...facts }, clock);
const judged = (key: string, facts: Facts) => {
  const found = judge(facts).judged.find(({ criterion }) => criterion.key === key);
  return { share: found?.share, text: found?.text() ?? '' };
};
const shareOf = (key: string, facts: Facts) => judged(key, facts).share;
const weeks = (busy: number) => Array.from({ length: 52 }, (_, week) => (week < busy ? 1 : 0));
const longAgo = { commitsAsOf: daysAgo(700), snapshotAt: daysAgo(700), releasesAsOf: daysAgo(700) };

/** For each criterion, input that meets it in full, fails it, or leaves it unknown. */
const cases: Record<string, { met: Facts; failed: Facts; unknown: Facts }> = {
  standing: {
    met: {},
    failed: { isArchived: true },
    unknown: { commitsAsOf: null, snapshotAt: null, lastReleaseAt: null },
  },
  last_commit: {
    met: { lastCommitAt: daysAgo(100), commitsAsOf: daysAgo(10) },
    failed: { lastCommitAt: daysAgo(741), commitsAsOf: daysAgo(10) },
    unknown: { lastCommitAt: null },
  },
  last_release: {
    met: { lastReleaseAt: daysAgo(192) },
    failed: { lastReleaseAt: daysAgo(741) },
    unknown: { lastReleaseAt: null },
  },
  activity: {
    met: { commitsOver52: weeks(26) },
    failed: { commitsOver52: weeks(0) },
    unknown: { commitsOver52: null },
  },
  django: {
    met: { djangoVersions: ['6.1'] },
    failed: { djangoVersions: ['3.2', '4.2'] },
    unknown: { djangoVersions: null },
  },
  python: {
    met: { pythonVersions: ['2.7', '3.11'] },
    failed: { pythonVersions: ['2.7', '3.9', '3.10'] },
    unknown: { pythonVersions: null },
  },
  documentation: {
    met: { documentationUrl: 'https://docs.example.org/' },
    failed: { documentationUrl: '' },
    unknown: { documentationUrl: null },
  },
  licence: {
    met: { licence: 'BSD-3-Clause' },
    failed: { licence: 'BUSL-1.1' },
    unknown: { licence: null },
  },
  people: {
    met: { participants: ['a', 'b', 'c', 'd', 'e'] },
    failed: { participants: ['a', 'dependabot[bot]', 'jazzband-bot', 'github-actions'] },
    unknown: { participants: [] },
  },
  usage: {
    met: { stars: 1000 },
    failed: { stars: 9 },
    unknown: { stars: null },
  },
};

test('the points of all criteria add up to 100', () => {
  expect(healthCriteria.reduce((sum, { points }) => sum + points, 0)).toBe(100);
});

test('every criterion has a unique key and name, and says why it matters', () => {
  expect(new Set(healthCriteria.map(({ key }) => key)).size).toBe(healthCriteria.length);
  expect(new Set(healthCriteria.map(({ name }) => name)).size).toBe(healthCriteria.length);
  for (const { why } of healthCriteria) expect(why).toMatch(/^[A-Z].+\.$/);
});

test('the levels of a criterion descend from all points to none, in whole points', () => {
  for (const { key, levels, points } of healthCriteria) {
    const shares = levels.map(({ share }) => share);
    expect(shares, key).toEqual(shares.toSorted((a, b) => b - a));
    expect([shares[0], shares.at(-1)], key).toEqual([1, 0]);
    for (const share of shares) {
      expect(Math.abs(share * points - Math.round(share * points)), key).toBeLessThan(1e-9);
    }
  }
});

test('every criterion has cases here', () => {
  expect(Object.keys(cases)).toEqual(healthCriteria.map(({ key }) => key));
});

test.each(Object.entries(cases))('%s can be met, failed or unknown', (key, example) => {
  expect(shareOf(key, example.met)).toBe(1);
  expect(shareOf(key, example.failed)).toBe(0);
  expect(shareOf(key, example.unknown)).toBeNull();
});

test.each(Object.entries(cases))(
  'the finding of %s is a sentence, and its share one of its levels',
  (key, example) => {
    const levels = healthCriteria.find((criterion) => criterion.key === key)?.levels ?? [];
    for (const facts of Object.values(example)) {
      for (const age of [{}, longAgo]) {
        const { share, text } = judged(key, { ...age, ...facts });
        expect(text).toMatch(/^[A-Z0-9#].+\.$/);
        expect(text).not.toMatch(/null|undefined|NaN|Infinity/);
        if (share !== null) expect(levels.map((level) => level.share)).toContain(share);
      }
    }
  },
);

test('meeting everything gives 100, failing everything 0', () => {
  expect(judge({})).toMatchObject({ met: 100, known: 100, health: 100 });
  const failed = Object.values(cases).reduce<Facts>((all, it) => ({ ...all, ...it.failed }), {});
  expect(judge(failed)).toMatchObject({ met: 0, known: 100, health: 0 });
});

test.each(Object.entries(cases))('unknown %s does not count for or against', (_, { unknown }) => {
  expect(judge(unknown).health).toBe(100);
});

test('the score is points met divided by points known, rounded', () => {
  const report = judge({ isDeprecated: true, licence: null });
  expect(report).toMatchObject({ met: 75, known: 95, health: 79 });
  const points = report.judged.map((it) => it.points);
  expect(points.reduce((sum: number, it) => sum + (it ?? 0), 0)).toBe(report.met);
});

test('there is no score with less than half of the points known', () => {
  expect(judgeHealth(unknownFacts, clock)).toMatchObject({ met: 0, known: 0, health: null });
  const half = { ...unknownFacts, lastReleaseAt: daysAgo(1), lastCommitAt: daysAgo(1) };
  expect(judgeHealth(half, clock).known).toBe(ENOUGH_POINTS);
  expect(judgeHealth(half, clock).health).toBe(100);
  expect(judgeHealth({ ...half, lastCommitAt: null }, clock).health).toBeNull();
});

test('data over a year old is ignored', () => {
  const { judged: found } = judge({
    ...longAgo,
    lastCommitAt: daysAgo(705),
    lastReleaseAt: daysAgo(710),
  });
  const open = found.filter(({ share }) => share === null).map(({ criterion }) => criterion.key);
  expect(open).toEqual(['standing', 'last_commit', 'last_release', 'activity']);
  for (const { share, text } of found) {
    if (share === null) expect(text()).toMatch(/not checked since/);
  }
});

test('an old declaration counts while its version is supported, but not if none is', () => {
  expect(shareOf('django', { ...longAgo, djangoVersions: ['5.2'] })).toBe(1);
  expect(shareOf('django', { ...longAgo, djangoVersions: ['4.2', '5.0'] })).toBeNull();
});

test('two years of silence stay valid, however old the data is', () => {
  const dead = { ...longAgo, lastCommitAt: daysAgo(1500), commitsOver52: weeks(0) };
  expect(shareOf('last_commit', dead)).toBe(0);
  expect(shareOf('activity', dead)).toBe(0);
  expect(shareOf('django', { ...dead, djangoVersions: ['3.2'] })).toBe(0);
  expect(shareOf('last_release', { ...longAgo, lastReleaseAt: daysAgo(1500) })).toBe(0);
});

test('days since the last check count neither as silence nor as activity', () => {
  for (const read of [0, 100, 364]) {
    const facts = { commitsAsOf: daysAgo(read), lastCommitAt: daysAgo(read + 90) };
    expect(shareOf('last_commit', facts)).toBe(1);
    expect(shareOf('last_commit', { ...facts, lastCommitAt: daysAgo(read + 91) })).toBe(0.6);
  }
});

test('longer silence never raises the score', () => {
  const silent = [0, 90, 91, 365, 366, 730, 731, 3000].map(
    (days) => judge({ lastCommitAt: daysAgo(10 + days), lastReleaseAt: daysAgo(10 + days) }).health,
  );
  expect(silent).toEqual(silent.toSorted((a, b) => (b ?? 0) - (a ?? 0)));
  expect(new Set(silent).size).toBeGreaterThan(4);
});

test.each([
  [0, 0],
  [1, 0.2],
  [3, 0.2],
  [4, 0.4],
  [12, 0.7],
  [25, 0.7],
  [26, 1],
])('commits in %i weeks of 52 give %d of the points for steady activity', (busy, share) => {
  expect(shareOf('activity', { commitsOver52: weeks(busy) })).toBe(share);
});

test('without declared Python versions, Requires-Python counts', () => {
  const none = { pythonVersions: ['3'] };
  expect(shareOf('python', none)).toBeNull();
  expect(shareOf('python', { ...none, requiresPython: '>=3.8' })).toBe(1);
  expect(shareOf('python', { ...none, requiresPython: '<3.9' })).toBe(0);
  expect(shareOf('python', { pythonVersions: ['3.8'], requiresPython: '>=3.8' })).toBe(0);
});

test.each([
  ['==3.11.4', 'Supports Python 3.11 as of 11 November 2026.'],
  ['>=3.13,', 'Supports Python 3.13, 3.14 and 3.15 as of 11 November 2026.'],
  ['^3.14', 'Supports Python 3.14 and 3.15 as of 11 November 2026.'],
  ['whatever', 'Its Requires-Python, "whatever", is not valid.'],
  ['', 'No data about Python versions yet.'],
  [null, 'No data about Python versions yet.'],
])('a package that requires %j has the finding: %s', (requiresPython, text) => {
  expect(judged('python', { pythonVersions: null, requiresPython }).text).toBe(text);
});

test('classifiers without Django leave it unknown, since a package need not be made for Django', () => {
  expect(shareOf('django', { djangoVersions: [] })).toBeNull();
});

test('documentation in the repository gives some of the points', () => {
  const documentationUrl = 'https://github.com/Acme/rocket#readme';
  expect(shareOf('documentation', { documentationUrl })).toBe(0.6);
});

test('two to four people give some of the points', () => {
  expect(shareOf('people', { participants: ['a', 'b'] })).toBe(0.6);
});

test('the best of stars, users and downloads counts', () => {
  const little = { stars: 3, usageCount: 0, downloadRank: 40_000 };
  expect(shareOf('usage', little)).toBe(0);
  expect(shareOf('usage', { ...little, stars: 300 })).toBe(0.8);
  expect(shareOf('usage', { ...little, usageCount: 8 })).toBe(0.6);
  expect(shareOf('usage', { ...little, downloadRank: 1000 })).toBe(1);
});

test('a finding has its date', () => {
  expect(judged('last_commit', {}).text).toBe(
    'Last commit on 9 November 2026; checked 11 November 2026.',
  );
  expect(judged('last_release', { lastReleasePrecision: 'month' }).text).toBe(
    'Last release 2.0 (October 2026); checked 11 November 2026.',
  );
  expect(judged('usage', {}).text).toBe('4,000 stars (May 2022).');
});

test('the bands go down to 0, and each score has a description', () => {
  expect(healthBands.at(-1)?.from).toBe(0);
  expect([100, 80, 79, 60, 40, 39, 0, null].map(describeHealth)).toEqual([
    'In good health',
    'In good health',
    'In fair health',
    'In fair health',
    'In weak health',
    'In poor health',
    'In poor health',
    'Health unknown',
  ]);
});

const future = daysAgo(-1);

test.each<[string, Facts, RegExp]>([
  ['last_commit', { lastCommitAt: future }, /^Its last commit is dated 22 November 2026, which is/],
  ['last_commit', { lastCommitAt: daysAgo(-30_000) }, /which is in the future\.$/],
  ['last_release', { lastReleaseAt: future }, /^Its last release is dated 22 November 2026, which/],
  ['activity', { commitsAsOf: future }, /^Commits in 52 of the 52 weeks to/],
  ['django', { djangoVersions: ['3.2'], snapshotAt: future }, /./],
  ['standing', { commitsAsOf: future, snapshotAt: future, lastReleaseAt: future }, /./],
])('%s is unknown if a date is in the future: %j', (key, facts, text) => {
  expect(judged(key, facts).share).toBeNull();
  expect(judged(key, facts).text).toMatch(text);
});

test('a future date never scores higher than an unknown date', () => {
  const keys = ['lastCommitAt', 'lastReleaseAt', 'commitsAsOf', 'snapshotAt'] as const;
  for (const key of keys) {
    const inFuture = judge({ [key]: daysAgo(-400) }).health ?? 0;
    const unknown = judge({ [key]: null }).health ?? 0;
    expect(inFuture, key).toBeLessThanOrEqual(unknown);
  }
});
