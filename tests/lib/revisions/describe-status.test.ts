import { expect, test } from 'vitest';
import { describeRevision, namedIn } from '@/lib/revisions/describe';
import { DAY_ZONE, parseTime } from '@/lib/time';

const revision = {
  before: { isDeprecated: false, deprecatedAt: null, replacedById: null, slug: 'old' },
  after: {
    ...{ isDeprecated: true, replacedById: 7, slug: 'new' },
    deprecatedAt: parseTime('2026-05-31', DAY_ZONE),
  },
};

test('the history names the package that replaces another, and the day of its deprecation', () => {
  expect(namedIn([revision])).toEqual({ packages: [7], features: [] });
  const names = { package: new Map([[7, 'Celery']]), feature: new Map<number, string>() };
  expect(describeRevision(revision, names)).toEqual([
    { label: 'deprecated', before: 'no', after: 'yes' },
    { label: 'deprecated since', before: '', after: '2026-05-31' },
    { label: 'replaced by', before: '', after: 'Celery' },
    { label: 'URL', before: 'old', after: 'new' },
  ]);
});

test('a replacement that was removed since is said to be', () => {
  const names = { package: new Map<number, string>(), feature: new Map<number, string>() };
  const [, , replaced] = describeRevision(revision, names);
  expect(replaced?.after).toBe('a removed package');
});
