import { beforeAll, describe, expect, test } from 'vitest';
import { findCell } from '@/db/queries/cells';
import { listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { listChanges } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { findRecordFields } from '@/db/queries/record-fields';
import { findGridSlug } from '@/db/queries/resolve-slug';
import { saveCellTexts } from '@/db/writes/cell-texts';
import { addFeatures, orderFeatures, removeFeature } from '@/db/writes/features';
import { addGrid, lockGrid } from '@/db/writes/grids';
import { mergeFeature, mergeGrid } from '@/db/writes/merge';
import { revertChange } from '@/db/writes/revert';
import { PermissionError } from '@/lib/accounts/permissions';
import { MissingError } from '@/lib/edits/missing';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const by = (accountId: string) => ({ accountId, comment: '', now: now() });
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const [celery, rq] = [idOf('celery'), idOf('django-rq')];
const feature = (title: string) => ({ title, description: '', metric: null });
const newest = () => listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0]?.id ?? 0;
const fieldsOf = (id: number) => findRecordFields('grid', id);
const titles = (id: number) => listFeatures(id).map(({ title }) => title);

beforeAll(() => {
  for (const role of ['new', 'editor', 'trusted', 'moderator'] as const) insertAccount(role, role);
});

/** A grid of two packages with these features, and a function that finds and writes its cells. */
function newGrid(title: string, ...features: string[]) {
  const parts = { packageIds: [celery, rq], features: features.map(feature) };
  const slug = addGrid(by('editor'), { title, description: '' }, parts);
  const { id = 0 } = findGrid(slug) ?? {};
  const featureIds = listFeatures(id).map((it) => it.id);
  const refAt = (row: number, packageId: number) => ({
    ...{ gridId: id, featureId: featureIds[row] ?? 0, packageId },
  });
  const cellAt = (row: number, packageId: number) => findCell(refAt(row, packageId))?.text ?? '';
  const put = (row: number, packageId: number, text: string) =>
    saveCellTexts(by('editor'), id, [
      { ...refAt(row, packageId), text, opened: cellAt(row, packageId) },
    ]);
  return { id, slug, featureIds, refAt, cellAt, put };
}

describe('several cells at once', () => {
  test('are saved in one change, but for those that others have changed', () => {
    const grid = newGrid('Blocks', 'One', 'Two');
    grid.put(1, rq, 'theirs');
    const before = listChanges({ of: 'site' }, { limit: 100, offset: 0 }).length;
    const wanted = [
      { ...grid.refAt(0, celery), text: 'yes', opened: '' },
      { ...grid.refAt(0, rq), text: 'no', opened: '' },
      { ...grid.refAt(1, rq), text: 'mine', opened: '' },
      { featureId: 1, packageId: celery, text: 'elsewhere', opened: '' },
    ];
    const unsaved = saveCellTexts(by('editor'), grid.id, wanted);
    expect(unsaved.map(({ text, current }) => [text, current])).toEqual([
      ['mine', 'theirs'],
      ['elsewhere', null],
    ]);
    expect([grid.cellAt(0, celery), grid.cellAt(0, rq), grid.cellAt(1, rq)]).toEqual([
      ...['yes', 'no', 'theirs'],
    ]);
    expect(listChanges({ of: 'site' }, { limit: 100, offset: 0 })).toHaveLength(before + 1);
    revertChange(by('editor'), newest());
    expect([grid.cellAt(0, celery), grid.cellAt(1, rq)]).toEqual(['', 'theirs']);
  });

  test('of a locked grid or a grid that is gone are refused', () => {
    const grid = newGrid('Locked blocks', 'One');
    lockGrid(by('moderator'), grid.id, true);
    expect(() => grid.put(0, celery, 'yes')).toThrow(PermissionError);
    expect(() => saveCellTexts(by('editor'), 123_456, [])).toThrow(MissingError);
    expect(grid.cellAt(0, celery)).toBe('');
  });
});

describe('the order of features', () => {
  test('is saved, kept by new features, and reverted whatever was edited since', () => {
    const { id, featureIds } = newGrid('Ordered', 'A', 'B', 'C');
    const [a = 0, b = 0, c = 0] = featureIds;
    orderFeatures(by('new'), id, [c, a, b]);
    const change = newest();
    expect(titles(id)).toEqual(['C', 'A', 'B']);
    addFeatures(by('new'), id, [feature('D')]);
    expect(titles(id)).toEqual(['C', 'A', 'B', 'D']);
    removeFeature(by('editor'), a);
    const removal = newest();
    expect(titles(id)).toEqual(['C', 'B', 'D']);
    revertChange(by('trusted'), removal);
    expect(titles(id)).toEqual(['C', 'A', 'B', 'D']);
    revertChange(by('trusted'), change);
    // D was put behind the others and stays so.
    expect(titles(id)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('is refused if a feature was added or removed meanwhile', () => {
    const { id, featureIds } = newGrid('Stale order', 'A', 'B');
    addFeatures(by('new'), id, [feature('C')]);
    expect(() => {
      orderFeatures(by('new'), id, featureIds);
    }).toThrow(MissingError);
  });
});

test('a feature that takes the place of a removed one is another record', () => {
  const one = newGrid('Removed', 'A', 'B');
  const [, removed = 0] = one.featureIds;
  removeFeature(by('editor'), removed);
  const removal = newest();
  const other = newGrid('Later', 'C');
  revertChange(by('trusted'), removal);
  expect([titles(one.id), titles(other.id)]).toEqual([['A', 'B'], ['C']]);
});

describe('merging', () => {
  test('a feature into another loses nothing, and can be reverted', () => {
    const grid = newGrid('Merged features', 'Retries', 'Retry');
    const [retries = 0, retry = 0] = grid.featureIds;
    grid.put(0, celery, 'yes');
    grid.put(1, celery, 'with back-off');
    grid.put(1, rq, 'no');
    const before = fieldsOf(grid.id);
    mergeFeature(by('editor'), retry, retries);
    expect(titles(grid.id)).toEqual(['Retries']);
    expect(findCell(grid.refAt(0, celery))).toMatchObject({
      text: 'yes',
      comment: 'Retry: with back-off',
    });
    expect(grid.cellAt(0, rq)).toBe('no');
    revertChange(by('editor'), newest());
    expect(fieldsOf(grid.id)).toEqual(before);
  });

  test('features of two grids, one with itself, or by a new account is refused', () => {
    const one = newGrid('Grid one', 'A', 'B').featureIds;
    const [other = 0] = newGrid('Grid two', 'A').featureIds;
    const [a = 0, b = 0] = one;
    for (const [from, into] of [
      [a, other],
      [a, a],
      [a, 123_456],
    ] as const) {
      expect(() => {
        mergeFeature(by('editor'), from, into);
      }).toThrow(MissingError);
    }
    expect(() => {
      mergeFeature(by('new'), a, b);
    }).toThrow(PermissionError);
  });

  test('a grid into another carries everything over, redirects, and can be reverted', () => {
    const from = newGrid('Task queue', 'Retries', 'Dashboard');
    const into = newGrid('Task queues again', 'retries');
    from.put(0, celery, 'yes');
    from.put(1, rq, 'a page of the admin');
    into.put(0, rq, 'partial');
    const before = [fieldsOf(from.id), fieldsOf(into.id)];
    expect(() => {
      mergeGrid(by('editor'), from.id, into.id);
    }).toThrow(PermissionError);
    mergeGrid(by('trusted'), from.id, into.id);
    expect(findGrid(from.slug)).toBeUndefined();
    expect(findGridSlug(from.slug)).toBe(into.slug);
    expect(titles(into.id)).toEqual(['retries', 'Dashboard']);
    expect([into.cellAt(0, celery), into.cellAt(0, rq)]).toEqual(['yes', 'partial']);
    expect(listComparedPackages(into.id)).toHaveLength(2);
    revertChange(by('trusted'), newest());
    expect([fieldsOf(from.id), fieldsOf(into.id)]).toEqual(before);
    expect(findGridSlug(from.slug)).toBe(from.slug);
  });
});
