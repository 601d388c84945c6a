import { expect, test } from 'vitest';
import { changeEntry, type ListedChange } from '@/lib/feeds/change-entry';

const names = { package: new Map([[5, 'Celery']]), feature: new Map([[7, 'Redis']]) };
const revision = {
  kind: 'package',
  title: 'Celery',
  before: { documentationUrl: null, pypiName: 'celery' },
  after: { documentationUrl: 'https://docs.celeryq.dev', pypiName: null },
};
const change: ListedChange = {
  id: 12,
  at: 1_795_237_200_000_000,
  account: 'ada',
  comment: 'It moved.',
  reverts: null,
  revisions: [revision],
};
const entry = (changed: Partial<ListedChange>) =>
  changeEntry('https://a.test', { ...change, ...changed }, names);

test('an entry names the record, its fields and the account, and links to the change', () => {
  expect(entry({})).toEqual({
    id: 'https://a.test/history/12/',
    link: 'https://a.test/history/12/',
    title: 'Celery changed: documentation and PyPI name',
    author: 'ada',
    summary:
      'It moved.\ndocumentation: (empty) → https://docs.celeryq.dev\nPyPI name: celery → (empty)',
    at: change.at,
    publishedAt: change.at,
    changedAt: change.at,
  });
});

test('a change without an account is the site’s', () => {
  expect(entry({ account: null }).author).toBe('Packgrid');
});

test('added, deleted and reverted records are called so', () => {
  const { after } = revision;
  expect(entry({ revisions: [{ ...revision, before: null, after }] }).title).toBe('Celery added');
  const deleted = { kind: 'grid', title: null, before: { title: 'Queues' }, after: null };
  expect(entry({ revisions: [deleted] }).title).toBe('Queues deleted');
  expect(entry({ reverts: 9 }).title).toMatch(/^Celery changed: .*\(reverts change 9\)$/);
});

test('an entry of many records and fields stays short', () => {
  const cells = Array.from({ length: 40 }, (_, id): [string, unknown] => [
    `cell 7 ${id + 5}`,
    { text: 'x'.repeat(500) },
  ]);
  const filled = { kind: 'grid', title: 'Queues', before: {}, after: Object.fromEntries(cells) };
  const one = entry({ revisions: [filled] });
  expect(one.title).toBe('Queues changed: Redis of Celery, Redis of a removed package and 38 more');
  expect(one.summary.split('\n')).toHaveLength(22);
  expect(one.summary.length).toBeLessThan(6000);
  expect(entry({ revisions: [filled, revision] }).title).toBe('2 records changed');
  expect(entry({ revisions: [revision, filled] }).summary).toContain('\nCelery: documentation: ');
});
