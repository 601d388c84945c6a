import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findAccount } from '@/db/queries/accounts';
import { countFavorites, findFavorite, findUsage, listFavorites } from '@/db/queries/favorites';
import { findGrid } from '@/db/queries/grids';
import { countChanges, listChanges } from '@/db/queries/history';
import { listLikedPackages } from '@/db/queries/liked';
import { countNamedLists } from '@/db/queries/named-lists';
import { findPackage, listPackages } from '@/db/queries/packages';
import {
  countWatches,
  findAccountByFeedToken,
  findWatch,
  listWatched,
  type Watchable,
} from '@/db/queries/watches';
import { accounts, changes, favorites, packages, revisions, usages, watches } from '@/db/schema';
import { addToGrid } from '@/db/writes/grids';
import { addList } from '@/db/writes/named-lists';
import { lockPackage } from '@/db/writes/package-edits';
import {
  removeFeedToken,
  removePersonalRows,
  renewFeedToken,
  setFavorite,
  setUsage,
  setWatch,
} from '@/db/writes/people';
import { PermissionError } from '@/lib/accounts/permissions';
import { LimitError } from '@/lib/edits/limit';
import { MissingError } from '@/lib/edits/missing';
import { MOST_WATCHED } from '@/lib/edits/watching';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const celery = findPackage('celery')?.package.id ?? 0;
const huey = findPackage('huey')?.package.id ?? 0;
const chat = findGrid('chat')?.id ?? 0;
const everything = { limit: 1000, offset: 0 };

const by = (accountId: string) => ({ accountId, now: now() });
const countOf = (slug: string) => findPackage(slug)?.package.usageCount;

/** The number of a package in the search index, which encodes how well known it is. */
const indexed = (id: number) =>
  database()
    .$client.prepare(`select number from search_documents where kind = 'package' and record_id = ?`)
    .pluck()
    .get(id);

beforeAll(() => {
  for (const name of ['ada', 'bob', 'eve', 'gone']) insertAccount(name, 'new');
  insertAccount('root', 'admin');
  database().update(accounts).set({ bannedAt: now() }).where(eq(accounts.id, 'eve')).run();
  database().update(accounts).set({ deletedAt: now() }).where(eq(accounts.id, 'gone')).run();
});

beforeEach(() => {
  for (const table of [favorites, usages, watches, revisions, changes]) {
    database().delete(table).run();
  }
});

describe('use of a package', () => {
  test('is counted once per account, and uncounted', () => {
    const before = countOf('celery') ?? 0;
    const at = now();
    setUsage(by('ada'), celery, true);
    setUsage(by('ada'), celery, true);
    expect(countOf('celery')).toBe(before + 1);
    expect(findPackage('celery')?.package.usageCountedAt).toBeGreaterThanOrEqual(at);
    setUsage(by('bob'), celery, true);
    expect(countOf('celery')).toBe(before + 2);
    expect(findUsage('bob', celery)).toBeDefined();
    setUsage(by('bob'), celery, false);
    setUsage(by('bob'), celery, false);
    setUsage(by('ada'), celery, false);
    expect(countOf('celery')).toBe(before);
    expect(findUsage('bob', celery)).toBeUndefined();
  });

  test('of a package whose users nobody counted begins at 1, and never falls below 0', () => {
    const set = (usageCount: number | null) =>
      database().update(packages).set({ usageCount }).where(eq(packages.id, huey)).run();
    const { usageCount = null } = findPackage('huey')?.package ?? {};
    set(null);
    setUsage(by('ada'), huey, true);
    expect(countOf('huey')).toBe(1);
    set(0);
    setUsage(by('ada'), huey, false);
    expect(countOf('huey')).toBe(0);
    set(usageCount);
  });

  test('changes the liked page, lists sorted by use and the search at once, and leaves no revision', () => {
    const name = listPackages({}, 'usage_count', everything).at(-1)?.slug ?? '';
    const { id = 0, usageCount, modifiedAt } = findPackage(name)?.package ?? {};
    const most = Math.max(...listLikedPackages(everything).map((it) => it.usageCount ?? 0));
    database().update(packages).set({ usageCount: most }).where(eq(packages.id, id)).run();
    const prior = indexed(id);
    setUsage(by('ada'), id, true);
    expect(listLikedPackages(everything)[0]).toMatchObject({ slug: name, usageCount: most + 1 });
    expect(listPackages({}, '-usage_count', everything)[0]?.slug).toBe(name);
    expect(indexed(id)).not.toBe(prior);
    expect(countChanges({ of: 'site' })).toBe(0);
    expect(findPackage(name)?.package.modifiedAt).toBe(modifiedAt);
    setUsage(by('ada'), id, false);
    database().update(packages).set({ usageCount }).where(eq(packages.id, id)).run();
  });
});

test('favorites are listed newest first, once each', () => {
  const at = now();
  setFavorite({ accountId: 'ada', now: at }, celery, true);
  setFavorite({ accountId: 'ada', now: at + 1 }, huey, true);
  setFavorite({ accountId: 'ada', now: at + 2 }, celery, true);
  setFavorite(by('bob'), celery, true);
  expect(listFavorites('ada', everything).map(({ slug }) => slug)).toEqual(['huey', 'celery']);
  expect(countFavorites('ada')).toBe(2);
  setFavorite(by('ada'), huey, false);
  setFavorite(by('ada'), huey, false);
  expect(findFavorite('ada', huey)).toBeUndefined();
  expect(countFavorites('ada')).toBe(1);
  expect(countFavorites('bob')).toBe(1);
});

describe('watching', () => {
  const pkg: Watchable = { kind: 'package', id: celery };
  const grid: Watchable = { kind: 'grid', id: chat };

  test('lists the packages and grids, and the changes to them only', () => {
    for (const record of [pkg, grid, grid]) setWatch(by('ada'), record, true);
    expect(countWatches('ada')).toBe(2);
    expect(listWatched('ada')).toMatchObject({
      packages: [{ slug: 'celery' }],
      grids: [{ slug: 'chat' }],
    });
    const edit = { accountId: 'root', comment: '', now: now() };
    lockPackage(edit, huey, true);
    lockPackage(edit, celery, true);
    addToGrid(edit, chat, huey);
    const watched = { of: 'watched', id: 'ada' } as const;
    expect(countChanges(watched)).toBe(2);
    const ids = listChanges({ of: 'site' }, everything).map(({ id }) => id);
    expect(listChanges(watched, everything).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(countChanges({ of: 'watched', id: 'bob' })).toBe(0);
    setWatch(by('ada'), grid, false);
    setWatch(by('ada'), grid, false);
    expect(findWatch('ada', grid)).toBeUndefined();
    expect(countChanges(watched)).toBe(1);
    lockPackage(edit, celery, false);
    lockPackage(edit, huey, false);
  });

  test('has a limit', () => {
    const others = listPackages({}, 'title', everything).map(({ id }) => id);
    const rows = others.map((packageId) => ({ accountId: 'bob', packageId, createdAt: now() }));
    database().insert(watches).values(rows).run();
    // More than the catalogue has: SQLite allows any number of rows without package and grid.
    const more = Array.from({ length: MOST_WATCHED - others.length }, () => ({
      accountId: 'bob',
      createdAt: now(),
    }));
    database().insert(watches).values(more).run();
    const late = () => {
      setWatch(by('bob'), grid, true);
    };
    expect(late).toThrow(LimitError);
    expect(late).toThrow('You watch 500 packages and grids, which is the most.');
    setWatch(by('bob'), { kind: 'package', id: others[0] ?? 0 }, true);
    setWatch(by('bob'), { kind: 'package', id: others[0] ?? 0 }, false);
    late();
    expect(findWatch('bob', grid)).toBeDefined();
  });

  test('has a feed whose address can be renewed and turned off', () => {
    const token = () => findAccount('ada')?.feedToken ?? '';
    renewFeedToken(by('ada'));
    const first = token();
    expect(first).toMatch(/^[\w-]{32}$/);
    expect(findAccountByFeedToken(first)?.id).toBe('ada');
    renewFeedToken(by('ada'));
    expect(token()).not.toBe(first);
    expect(findAccountByFeedToken(first)).toBeUndefined();
    const set = (bannedAt: number | null) =>
      database().update(accounts).set({ bannedAt }).where(eq(accounts.id, 'ada')).run();
    set(now());
    expect(findAccountByFeedToken(token())).toBeUndefined();
    set(null);
    removeFeedToken(by('ada'));
    expect(findAccount('ada')?.feedToken).toBeNull();
    expect(findAccountByFeedToken('')).toBeUndefined();
  });
});

const writes: [string, (accountId: string) => void][] = [
  [
    'favorites',
    (id) => {
      setFavorite(by(id), celery, true);
    },
  ],
  [
    'uses',
    (id) => {
      setUsage(by(id), celery, true);
    },
  ],
  [
    'watches',
    (id) => {
      setWatch(by(id), { kind: 'grid', id: chat }, true);
    },
  ],
  [
    'a feed',
    (id) => {
      renewFeedToken(by(id));
    },
  ],
  [
    'lists',
    (id) => {
      addList(by(id), { title: 'A', description: '', visibility: 'public' });
    },
  ],
];

test.each(writes)('%s are refused to banned, deleted and unknown accounts', (_, write) => {
  const before = countOf('celery');
  for (const accountId of ['eve', 'gone', 'nobody']) {
    expect(() => {
      write(accountId);
    }).toThrow(PermissionError);
    expect(countNamedLists(accountId) + countFavorites(accountId) + countWatches(accountId)).toBe(
      0,
    );
  }
  expect(countOf('celery')).toBe(before);
});

test('what does not exist can be neither saved nor used nor watched', () => {
  const none = 999_999_999;
  for (const write of [
    () => {
      setFavorite(by('ada'), none, true);
    },
    () => {
      setUsage(by('ada'), none, true);
    },
    () => {
      setWatch(by('ada'), { kind: 'package', id: none }, true);
    },
    () => {
      setWatch(by('ada'), { kind: 'grid', id: none }, true);
    },
  ])
    expect(write).toThrow(MissingError);
});

test('what an account keeps is removed with it, and its uses are no longer counted', () => {
  const before = countOf('celery');
  setFavorite(by('ada'), huey, true);
  setUsage(by('ada'), celery, true);
  setUsage(by('bob'), celery, true);
  setWatch(by('ada'), { kind: 'grid', id: chat }, true);
  renewFeedToken(by('ada'));
  addList(by('ada'), { title: 'Mine', description: '', visibility: 'private' }, celery);
  database()
    .update(accounts)
    .set({ deletedAt: now(), sharesFavorites: true })
    .where(eq(accounts.id, 'ada'))
    .run();
  // As within the write that deletes the account.
  database().transaction(() => {
    removePersonalRows('ada');
  });
  removePersonalRows('ada');
  expect(countFavorites('ada') + countWatches('ada') + countNamedLists('ada')).toBe(0);
  expect(findUsage('ada', celery)).toBeUndefined();
  expect(findUsage('bob', celery)).toBeDefined();
  expect(countOf('celery')).toBe((before ?? 0) + 1);
  expect(findAccount('ada')).toMatchObject({ feedToken: null, sharesFavorites: false });
});
