import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findGrid } from '@/db/queries/grids';
import { listChanges } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { findGridSlug, findPackageSlug } from '@/db/queries/resolve-slug';
import { findHits } from '@/db/queries/search';
import { addGrid, lockGrid } from '@/db/writes/grids';
import { lockPackage } from '@/db/writes/package-edits';
import { renameRecord } from '@/db/writes/rename';
import { revertChange } from '@/db/writes/revert';
import { PermissionError } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { FieldError } from '@/lib/edits/field-error';
import { MissingError } from '@/lib/edits/missing';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const by = (accountId: string) => ({ accountId, comment: '', now: now() });
const newest = () => listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0]?.id ?? 0;
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const gridOf = (slug: string) => findGrid(slug)?.id ?? 0;
const renamePackage = (from: string, to: string, opened = {}) => {
  renameRecord(by('tess'), { kind: 'package', id: idOf(from) }, to, opened);
};
const renameGrid = (from: string, to: string) => {
  renameRecord(by('tess'), { kind: 'grid', id: gridOf(from) }, to, {});
};
const redirects = () =>
  database().$client.prepare('select old_slug from slug_redirects order by old_slug').pluck().all();

beforeAll(() => {
  insertAccount('eddie', 'editor');
  insertAccount('tess', 'trusted');
  insertAccount('mo', 'moderator');
});

describe.each([
  {
    kind: 'package' as const,
    ...{ from: 'huey', rename: renamePackage, resolve: findPackageSlug },
    find: (slug: string) => findPackage(slug)?.package.slug,
  },
  {
    kind: 'grid' as const,
    ...{ from: 'websockets', rename: renameGrid, resolve: findGridSlug },
    find: (slug: string) => findGrid(slug)?.slug,
  },
])('a $kind that is renamed', ({ kind, from, rename, resolve, find }) => {
  const to = `new-${from}`;

  test('is found by its new slug and by every former one', () => {
    rename(from, to);
    expect(find(from)).toBeUndefined();
    for (const text of [from, to, from.toUpperCase()]) expect(resolve(text)).toBe(to);
    const hits = findHits(readQuery(to.replace('-', ' '))).hits.map(({ slug }) => slug);
    if (kind === 'package') expect(hits).toContain(to);
    rename(to, `${to}-2`);
    for (const text of [from, to, `${to}-2`]) expect(resolve(text)).toBe(`${to}-2`);
  });

  test('may get a former slug of its own again', () => {
    rename(`${to}-2`, from);
    expect(find(from)).toBe(from);
    expect(redirects()).not.toContain(from);
    for (const text of [to, `${to}-2`]) expect(resolve(text)).toBe(from);
  });

  test('gets its former slug back by a revert, and the new one by the revert of that', () => {
    const before = redirects();
    rename(from, `${from}-x`);
    revertChange(by('tess'), newest());
    expect(find(from)).toBe(from);
    expect(redirects()).toEqual([...before, `${from}-x`].sort());
    revertChange(by('tess'), newest());
    expect(find(`${from}-x`)).toBe(`${from}-x`);
    expect(resolve(from)).toBe(`${from}-x`);
    revertChange(by('tess'), newest());
    expect(find(from)).toBe(from);
  });
});

describe('a slug is refused', () => {
  test.each([
    ['celery', 'of another package'],
    ['djangorestframework', 'that is the name of another on PyPI'],
    ['django-redis', 'of another package'],
    ['channels-redis', 'that is another spelling'],
  ])('%s %s', (slug) => {
    const write = () => {
      renamePackage('zulip', slug);
    };
    expect(write).toThrow(FieldError);
    expect(write).toThrow('is or was that of');
    expect(findPackage('zulip')).toBeDefined();
  });

  test('that another package had before', () => {
    renamePackage('saleor', 'saleor-shop');
    expect(() => {
      renamePackage('zulip', 'saleor');
    }).toThrow('is or was that of “saleor-shop”');
  });

  test('that a new grid would take from a former one', () => {
    renameGrid('cms', 'content-management');
    expect(addGrid(by('tess'), { title: 'CMS', description: '' })).toBe('cms-2');
  });
});

test('a deleted grid does not come back with a slug that is taken by now', () => {
  const slug = addGrid(by('tess'), { title: 'Zebra herding', description: '' });
  const added = newest();
  addGrid(by('tess'), { title: 'Another', description: '' });
  revertChange(by('tess'), added);
  const removed = newest();
  expect(findGrid(slug)).toBeUndefined();
  addGrid(by('tess'), { title: 'Zebra herding', description: '' });
  expect(() => {
    revertChange(by('tess'), removed);
  }).toThrow(MissingError);
});

test('a rename that crosses another is refused', () => {
  renamePackage('daphne', 'daphne-server', { slug: 'daphne' });
  expect(() => {
    renamePackage('daphne-server', 'daphne-asgi', { slug: 'daphne' });
  }).toThrow(ConflictError);
});

test('only trusted accounts rename, and only moderators what is locked', () => {
  const write = (account: string, kind: 'package' | 'grid', id: number, slug: string) => () => {
    renameRecord(by(account), { kind, id }, slug, {});
  };
  const [pkg, grid] = [idOf('ralph'), gridOf('chat')];
  expect(write('eddie', 'package', pkg, 'ralph-2')).toThrow(PermissionError);
  expect(write('eddie', 'grid', grid, 'chat-2')).toThrow(PermissionError);
  lockPackage(by('mo'), pkg, true);
  lockGrid(by('mo'), grid, true);
  expect(write('tess', 'package', pkg, 'ralph-2')).toThrow(PermissionError);
  expect(write('tess', 'grid', grid, 'chat-2')).toThrow(PermissionError);
  expect(write('mo', 'package', pkg, 'ralph-2')).not.toThrow();
  expect(write('mo', 'grid', grid, 'chat-2')).not.toThrow();
});
