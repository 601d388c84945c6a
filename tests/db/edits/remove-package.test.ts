import { beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findEditedPackage } from '@/db/queries/edited-package';
import { findGrid } from '@/db/queries/grids';
import { listChanges } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { findHits } from '@/db/queries/search';
import { changes, revisions } from '@/db/schema';
import { addToGrid } from '@/db/writes/grids';
import { addPackage, savePackage } from '@/db/writes/package-edits';
import { revertAll } from '@/db/writes/revert-all';
import { revertChange } from '@/db/writes/revert';
import { rejectChange } from '@/db/writes/review';
import { PermissionError } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { RefusedError } from '@/lib/edits/refused';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const by = (accountId: string) => ({ accountId, comment: '', now: now() });
const newest = () => listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0]?.id ?? 0;
const found = () => findHits(readQuery('quaggamire')).hits.map(({ slug }) => slug);
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;

const wanted = {
  ...{ title: 'Quaggamire', category: 'apps', description: 'Herds.', pypi: null },
  ...{ repository: 'https://github.com/acme/quaggamire', documentation: null },
};

beforeAll(() => {
  for (const role of ['new', 'trusted', 'moderator'] as const) insertAccount(role, role);
});

beforeEach(() => {
  database().delete(revisions).run();
  database().delete(changes).run();
});

test('a moderator removes a package by reverting its addition, and adds it again', () => {
  addPackage(by('new'), wanted);
  const addition = newest();
  const before = findEditedPackage(idOf('quaggamire'));
  expect(found()).toEqual(['quaggamire']);
  for (const account of ['new', 'trusted']) {
    expect(() => {
      revertChange(by(account), addition);
    }).toThrow(PermissionError);
  }
  rejectChange(by('moderator'), addition);
  expect([findPackage('quaggamire'), found()]).toEqual([undefined, []]);
  revertChange(by('moderator'), newest());
  expect(findEditedPackage(idOf('quaggamire'))).toEqual(before);
  expect(found()).toEqual(['quaggamire']);
  revertChange(by('moderator'), newest());
  expect(findPackage('quaggamire')).toBeUndefined();
});

test('a package that is in use, or was edited since, stays', () => {
  addPackage(by('new'), wanted);
  const addition = newest();
  const id = idOf('quaggamire');
  addToGrid(by('trusted'), findGrid('websockets')?.id ?? 0, id);
  const added = newest();
  expect(() => {
    revertChange(by('moderator'), addition);
  }).toThrow(RefusedError);
  revertChange(by('moderator'), added);
  savePackage(by('trusted'), id, { ...wanted, description: 'Better.' }, {});
  expect(() => {
    revertChange(by('moderator'), addition);
  }).toThrow(ConflictError);
  revertChange(by('moderator'), newest());
  revertChange(by('moderator'), addition);
  expect(findPackage('quaggamire')).toBeUndefined();
});

test('everything of an account includes the packages that it added', () => {
  const since = now() - 1;
  addPackage(by('new'), wanted);
  addToGrid(by('new'), findGrid('websockets')?.id ?? 0, idOf('quaggamire'));
  expect(revertAll(by('moderator'), 'new', since)).toMatchObject({ kept: [] });
  expect(findPackage('quaggamire')).toBeUndefined();
});
