import { beforeEach, describe, expect, test, vi } from 'vitest';
import { auth, signInKey } from '@/db/auth';
import { database } from '@/db/client';
import { countEdit } from '@/db/edit-limit';
import { findAccount } from '@/db/queries/accounts';
import { findGrid } from '@/db/queries/grids';
import { countOpenHeldEdits } from '@/db/queries/held-edits';
import { listBannedAccounts, listLockedRecords } from '@/db/queries/moderation';
import { accounts, changes, credentials, heldEdits, revisions } from '@/db/schema';
import { addAccount } from '@/db/writes/accounts';
import { banAccount, changeRole, unbanAccount } from '@/db/writes/bans';
import { addGrid, lockGrid, saveGrid } from '@/db/writes/grids';
import { PermissionError } from '@/lib/accounts/permissions';
import { roles, type Role } from '@/lib/accounts/roles';
import { MissingError } from '@/lib/edits/missing';
import { RefusedError } from '@/lib/edits/refused';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const gridId = findGrid('websockets')?.id ?? 0;
const by = (accountId: string) => ({ accountId, comment: '', now: now() });

beforeEach(() => {
  for (const table of [revisions, changes, heldEdits, credentials, accounts])
    database().delete(table).run();
  for (const role of roles) {
    insertAccount(role, role);
    insertAccount(`other-${role}`, role);
  }
});

const pairs = roles.flatMap((actor) => roles.map((target) => ({ actor, target })));
const rank = (role: Role) => roles.indexOf(role);

describe('a ban', () => {
  test.each(pairs)('of an account that is $target by one that is $actor', (pair) => {
    const { actor, target } = pair;
    const id = `other-${target}`;
    const mayBan = rank(actor) >= rank('moderator') && rank(actor) > rank(target);
    const ban = () => {
      banAccount(by(actor), id, 'Spam.');
    };
    if (!mayBan) {
      expect(ban).toThrow(rank(actor) >= rank('moderator') ? RefusedError : PermissionError);
      expect(findAccount(id)).toMatchObject({ bannedAt: null, banReason: '' });
      return;
    }
    ban();
    expect(listBannedAccounts(5)).toMatchObject([{ name: id, banReason: 'Spam.' }]);
    expect(() => addGrid(by(id), { title: 'T', description: '' })).toThrow(PermissionError);
    unbanAccount(by(actor), id);
    expect(findAccount(id)).toMatchObject({ bannedAt: null, banReason: '' });
  });

  test('is refused to the last admin by itself, and of an account that does not exist', () => {
    const ban = (id: string) => () => {
      banAccount(by('admin'), id, 'x');
    };
    expect(ban('admin')).toThrow(RefusedError);
    expect(ban('nobody')).toThrow(MissingError);
  });

  test('ends the sessions of the account, and declines its edits that wait', async () => {
    await addAccount('spammer', 'correct horse battery', 'new');
    const body = { email: signInKey('spammer'), password: 'correct horse battery' };
    const { user } = await auth().api.signInEmail({ body });
    expect(() => {
      saveGrid(by(user.id), gridId, { title: 'T', description: 'https://spam.example/' }, {});
    }).toThrow('a moderator looks at it first');
    const { internalAdapter } = await auth().$context;
    expect(await internalAdapter.listSessions(user.id)).not.toEqual([]);
    banAccount(by('moderator'), user.id, 'Spam.');
    expect(await internalAdapter.listSessions(user.id)).toEqual([]);
    expect(countOpenHeldEdits(user.id)).toBe(0);
  });
});

describe('a role', () => {
  test.each(pairs)('of an account that is $target is changed by one that is $actor', (pair) => {
    const { actor, target } = pair;
    const id = `other-${target}`;
    const change = () => {
      changeRole(by(actor), id, 'trusted');
    };
    if (actor !== 'admin') expect(change).toThrow(PermissionError);
    else if (target === 'admin') expect(change).toThrow(RefusedError);
    else change();
    const isChanged = actor === 'admin' && target !== 'admin';
    expect(findAccount(id)?.role).toBe(isChanged ? 'trusted' : target);
  });

  test('admin is given by admins, and the last admin keeps it', () => {
    changeRole(by('admin'), 'editor', 'admin');
    expect(findAccount('editor')?.role).toBe('admin');
    expect(() => {
      changeRole(by('admin'), 'admin', 'new');
    }).toThrow(RefusedError);
  });
});

test('locked records are listed', () => {
  expect(listLockedRecords()).toEqual({ grids: [], packages: [] });
  lockGrid(by('moderator'), gridId, true);
  expect(listLockedRecords().grids).toMatchObject([{ slug: 'websockets' }]);
  lockGrid(by('moderator'), gridId, false);
});

describe('the number of edits in an hour', () => {
  test('is limited by role, and counts again an hour later', async () => {
    const account = { id: 'new', role: 'new' } as const;
    for (let edit = 0; edit < 60; edit += 1) await countEdit(account);
    await expect(countEdit(account)).rejects.toThrow(/60 edits within an hour.*in 60 minutes/);
    await expect(countEdit({ id: 'other-new', role: 'new' })).resolves.toBeUndefined();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.advanceTimersByTime(61 * 60 * 1000);
    await countEdit(account);
    vi.useRealTimers();
  });

  test('is higher for an account with more experience, and has no limit for moderators', async () => {
    for (const role of ['editor', 'moderator', 'admin'] as const) {
      for (let edit = 0; edit < 30; edit += 1) await countEdit({ id: role, role });
    }
    for (let edit = 30; edit < 200; edit += 1) await countEdit({ id: 'editor', role: 'editor' });
    await expect(countEdit({ id: 'editor', role: 'editor' })).rejects.toThrow(RefusedError);
  });
});
