import { expect, test } from 'vitest';
import { changeItem, type FedChange } from '@/lib/feeds/change-entry';
import { toAtom } from '@/lib/feeds/atom';
import { atomFaults } from '@/tests/tools/feed-rules';

const BASE = 'https://example.org';
const names = { package: new Map([[7, 'Celery']]), feature: new Map([[3, 'Retries']]) };

const change: FedChange = {
  ...{ id: 12, at: 1_795_237_200_000_000, account: 'ada', source: 'site', comment: '' },
  revisions: [
    {
      ...{ kind: 'grid', title: 'Task queues' },
      before: { 'cell 3 7': { text: 'no' } },
      after: { 'cell 3 7': { text: 'yes' } },
    },
  ],
};

test('a change is an item with the address of its page, who made it, and what it changed', () => {
  expect(changeItem(BASE, change, names)).toEqual({
    id: 'https://example.org/history/12/',
    link: 'https://example.org/history/12/',
    title: 'Task queues changed',
    summary: 'By ada. Retries of Celery: no → yes.',
    ...{ at: change.at, publishedAt: change.at, changedAt: change.at },
  });
});

test('it names records that were added, deleted or are gone, each once', () => {
  const record = { kind: 'package', title: 'Huey', before: null, after: { title: 'Huey' } };
  const gone = { kind: 'grid', title: null, before: { title: 'Old' }, after: null };
  const { title, summary } = changeItem(
    BASE,
    { ...change, account: null, source: 'import', revisions: [record, record, gone] },
    names,
  );
  expect(title).toBe('Huey added and a grid that is gone deleted');
  expect(summary).toBe('By an import. title: Huey. title: Huey. title: Old (removed).');
});

test('long values and many fields are cut, and markup stays text', () => {
  const after = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [`field${index}`, `<b>${'x'.repeat(300)}`]),
  );
  const revisions = [{ kind: 'package', title: '<i>Huey</i> & Co', before: null, after }];
  const item = changeItem(BASE, { ...change, comment: '<script>', revisions }, names);
  expect(item.summary).toMatch(/^By ada: “<script>”\. field0: <b>x+…\. .* And 2 more fields\.$/);
  expect(item.summary.length).toBeLessThan(2000);
  const self = `${BASE}/feeds/watched/x/atom/`;
  const feed = { id: self, title: 'Watched', description: '', link: BASE, self };
  const xml = toAtom({ ...feed, updatedAt: change.at, items: [item] });
  expect(atomFaults(xml, self)).toEqual([]);
  expect(xml).not.toContain('<script>');
});
