import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findAccount } from '@/db/queries/accounts';
import { findCell } from '@/db/queries/cells';
import { listCells, listFeatures } from '@/db/queries/comparison';
import { findFeature } from '@/db/queries/features';
import { findGrid, findGridPackage } from '@/db/queries/grids';
import { listChanges, listRevisionsOf } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { findHits } from '@/db/queries/search';
import { accounts, changes, grids, revisions } from '@/db/schema';
import { confirmCell, saveCell } from '@/db/writes/cells';
import { addFeatures, removeFeature, saveFeature } from '@/db/writes/features';
import { addGrid, addToGrid, lockGrid, removeFromGrid, saveGrid } from '@/db/writes/grids';
import { revertChange } from '@/db/writes/revert';
import { ConflictError } from '@/lib/edits/conflict';
import { MissingError } from '@/lib/edits/missing';
import { PermissionError } from '@/lib/accounts/permissions';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const grid = findGrid('websockets');
const gridId = grid?.id ?? 0;
const [feature] = listFeatures(gridId);
const featureId = feature?.id ?? 0;
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const ref = { gridId, featureId, packageId: idOf('daphne') };

const by = (accountId: string, comment = '') => ({ accountId, comment, now: now() });
const yes = { text: 'yes', evidence: '', comment: '' };
const newest = () => listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0];

beforeAll(() => {
  for (const role of ['new', 'editor', 'trusted', 'moderator', 'admin'] as const) {
    insertAccount(role === 'admin' ? 'root' : role, role);
  }
});

beforeEach(() => {
  database().delete(revisions).run();
  database().delete(changes).run();
});

describe('a cell', () => {
  test('is added, changed and removed, each with a revision', () => {
    const { text: former = '' } = findCell(ref) ?? {};
    saveCell(by('new', 'The README says so.'), ref, { ...yes, text: 'quaggamire' }, {});
    expect(findCell(ref)).toMatchObject({ text: 'quaggamire' });
    const change = newest();
    expect(change).toMatchObject({
      account: 'new',
      comment: 'The README says so.',
      source: 'site',
    });
    const name = `cell ${featureId} ${ref.packageId}`;
    expect(listRevisionsOf(change?.id ?? 0)).toMatchObject([
      { kind: 'grid', slug: 'websockets', before: { [name]: { text: former } } },
    ]);
    // The package is found by it at once.
    const hits = findHits(readQuery('quaggamire')).hits.map(({ slug }) => slug);
    expect(hits).toContain('daphne');

    saveCell(by('editor'), ref, { ...yes, text: '' }, {});
    expect(findCell(ref)).toBeUndefined();
    saveCell(by('editor'), ref, { ...yes, text: former }, {});
    expect(findCell(ref)).toMatchObject({ text: former });
  });

  test('that was changed since its form was opened is not overwritten', () => {
    const opened = findCell(ref) ?? {};
    saveCell(by('editor'), ref, { ...yes, text: 'theirs' }, opened);
    const late = () => {
      saveCell(by('trusted'), ref, { ...yes, text: 'mine' }, opened);
    };
    expect(late).toThrow(ConflictError);
    expect(late).toThrow('"theirs"');
    expect(findCell(ref)).toMatchObject({ text: 'theirs' });
    // Both want the same: nothing is lost.
    saveCell(by('trusted'), ref, { ...yes, text: 'theirs' }, opened);
    // Having seen theirs, one may replace it.
    saveCell(by('trusted'), ref, { ...yes, text: 'mine' }, { text: 'theirs' });
    expect(findCell(ref)).toMatchObject({ text: 'mine' });
  });

  test('of another grid’s feature or package is refused', () => {
    const elsewhere = { ...ref, packageId: idOf('celery') };
    expect(() => {
      saveCell(by('editor'), elsewhere, yes, {});
    }).toThrow(MissingError);
    expect(() => {
      saveCell(by('editor'), { ...ref, featureId: 1 }, yes, {});
    }).toThrow(MissingError);
    expect(newest()).toBeUndefined();
  });

  test('can be confirmed without a change', () => {
    saveCell(by('editor'), ref, yes, {});
    database().delete(revisions).run();
    database().delete(changes).run();
    confirmCell(by('trusted'), ref);
    expect(newest()).toBeUndefined();
    const row = database().$client.prepare(
      `select confirmed_by from cells where feature_id = ? and grid_package_id = ?`,
    );
    const member = findGridPackage(gridId, ref.packageId)?.id;
    expect(row.pluck().get(featureId, member)).toBe('trusted');
  });
});

describe('a grid', () => {
  test('is made with features and packages, and all of it is undone in reverse order', () => {
    const slug = addGrid(by('new'), { title: 'Feature flags & toggles', description: '' });
    expect(slug).toBe('feature-flags-toggles');
    const { id = 0 } = findGrid(slug) ?? {};
    addToGrid(by('new'), id, idOf('celery'));
    addToGrid(by('new'), id, idOf('celery'));
    const percentages = { title: 'Percentages', description: '', metric: null };
    const [added = 0] = addFeatures(by('new'), id, [percentages]);
    saveCell(by('new'), { gridId: id, featureId: added, packageId: idOf('celery') }, yes, {});
    expect(listCells(id)).toMatchObject([{ featureId: added, text: 'yes' }]);

    const all = listChanges({ of: 'grid', id }, { limit: 20, offset: 0 });
    expect(all).toHaveLength(4);
    for (const change of all) revertChange(by('trusted'), change.id);
    expect(findGrid(slug)).toBeUndefined();
  });

  test('gets another slug if its own is taken or reserved', () => {
    const add = (title: string) => addGrid(by('new'), { title, description: '' });
    expect(add('Websockets')).toBe('websockets-2');
    expect(add('Add')).toBe('add-2');
    expect(add('日本')).toBe('grid');
    expect(add('2026')).toBe('grid-2026');
  });

  test('loses a feature or a package with its cells, and gets all of them back', () => {
    const cells = () =>
      listCells(gridId)
        .map(({ featureId: f, packageId: p, text }) => [f, p, text].join(' '))
        .sort();
    const before = { cells: cells(), features: listFeatures(gridId) };
    removeFeature(by('editor'), featureId);
    expect(cells().length).toBeLessThan(before.cells.length);
    expect(findFeature(featureId)).toBeUndefined();
    removeFromGrid(by('editor'), gridId, idOf('channels'));
    expect(findGridPackage(gridId, idOf('channels'))).toBeUndefined();
    const [last, first] = listChanges({ of: 'site' }, { limit: 2, offset: 0 });
    revertChange(by('trusted'), last?.id ?? 0);
    revertChange(by('trusted'), first?.id ?? 0);
    expect({ cells: cells(), features: listFeatures(gridId) }).toEqual(before);
  });

  test('reverting a revert restores the change, and later changes are never undone', () => {
    const title = grid?.title ?? '';
    saveGrid(by('editor'), gridId, { title: 'Sockets', description: '' }, {});
    const change = newest()?.id ?? 0;
    revertChange(by('trusted'), change);
    expect(findGrid('websockets')).toMatchObject({ title, description: grid?.description });
    revertChange(by('trusted'), newest()?.id ?? 0);
    expect(findGrid('websockets')).toMatchObject({ title: 'Sockets', description: '' });
    const [again, undone, first] = listChanges({ of: 'site' }, { limit: 5, offset: 0 });
    expect([again?.revertedBy, undone?.revertedBy, first?.revertedBy]).toEqual([
      ...[null, again?.id, undone?.id],
    ]);
    saveGrid(by('editor'), gridId, { title: 'Sockets 2', description: '' }, {});
    expect(() => {
      revertChange(by('trusted'), change);
    }).toThrow(ConflictError);
  });
});

describe('permissions are checked in the write itself:', () => {
  const metric = null;
  const writes: Record<string, (account: string) => void> = {
    'cell.edit': (account) => {
      saveCell(by(account), ref, { ...yes, text: crypto.randomUUID() }, {});
    },
    'grid.edit': (account) => {
      saveGrid(by(account), gridId, { title: crypto.randomUUID(), description: '' }, {});
    },
    'grid.package.add': (account) => {
      addToGrid(by(account), gridId, idOf('zulip'));
    },
    'grid.package.remove': (account) => {
      removeFromGrid(by(account), gridId, idOf('zulip'));
    },
    'feature.add': (account) => {
      addFeatures(by(account), gridId, [{ title: 'T', description: '', metric }]);
    },
    'feature.edit': (account) => {
      saveFeature(
        by(account),
        featureId,
        { title: crypto.randomUUID(), description: '', metric },
        {},
      );
    },
    'feature.remove': (account) => {
      const [id = 0] = addFeatures(by('root'), gridId, [{ title: 'T', description: '', metric }]);
      removeFeature(by(account), id);
    },
    'record.lock': (account) => {
      lockGrid(by(account), gridId, false);
    },
  };
  const least: Record<string, string[]> = {
    'grid.package.remove': ['editor', 'trusted', 'moderator', 'root'],
    'feature.remove': ['editor', 'trusted', 'moderator', 'root'],
    'record.lock': ['moderator', 'root'],
  };
  const everyone = ['new', 'editor', 'trusted', 'moderator', 'root'];
  const cases = Object.keys(writes).flatMap((name) =>
    [false, true].flatMap((isLocked) =>
      [...everyone, 'banned', 'nobody'].map((account) => ({ name, isLocked, account })),
    ),
  );

  beforeAll(() => {
    insertAccount('banned', 'admin');
    database().update(accounts).set({ bannedAt: now() }).where(eq(accounts.id, 'banned')).run();
  });

  test.each(cases)('$name by $account, locked: $isLocked', ({ name, isLocked, account }) => {
    database().update(grids).set({ isLocked }).where(eq(grids.id, gridId)).run();
    const allowed = isLocked ? ['moderator', 'root'] : (least[name] ?? everyone);
    const before = listChanges({ of: 'account', id: account }, { limit: 1, offset: 0 });
    const write = () => writes[name]?.(account);
    if (allowed.includes(account)) expect(write).not.toThrow();
    else {
      expect(write).toThrow(PermissionError);
      expect(listChanges({ of: 'account', id: account }, { limit: 1, offset: 0 })).toEqual(before);
    }
    database().update(grids).set({ isLocked: false }).where(eq(grids.id, gridId)).run();
  });
});

test('a new account becomes an editor after four days and ten changes that stand', () => {
  const start = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000);
  const id = insertAccount('newcomer', 'new', start);
  const young = insertAccount('young', 'new');
  for (let index = 1; index <= 10; index += 1) {
    for (const account of [id, young]) {
      expect(findAccount(account)?.role).toBe('new');
      saveCell(by(account), ref, { ...yes, text: `${account} ${index}` }, {});
    }
  }
  expect(findAccount(id)?.role).toBe('editor');
  expect(findAccount(young)?.role).toBe('new');
});
