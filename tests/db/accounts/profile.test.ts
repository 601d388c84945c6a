import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auth, signInKey } from '@/db/auth';
import { database } from '@/db/client';
import { findAccountByName } from '@/db/queries/accounts';
import { accounts } from '@/db/schema';
import { addAccount } from '@/db/writes/accounts';
import { saveProfile } from '@/db/writes/profile';
import { PermissionError } from '@/lib/accounts/permissions';
import { insertAccount } from '@/tests/tools/add-account';
import { useEmptyDatabase } from '@/tests/tools/database';

useEmptyDatabase();

const PASSWORD = 'correct horse battery';
const plain = {
  ...{ about: '', githubAccount: null, gitlabAccount: null, bitbucketAccount: null },
  sharesFavorites: false,
};

const signIn = (name: string) =>
  auth().api.signInEmail({ body: { email: signInKey(name), password: PASSWORD } });

test('a person signs in with the new name, and someone else gets the old one', async () => {
  await addAccount('ada', PASSWORD, 'editor');
  const id = findAccountByName('ada')?.id ?? '';
  expect(saveProfile(id, { ...plain, name: 'Lovelace', githubAccount: 'ada' })).toBe(true);
  expect(findAccountByName('lovelace')).toMatchObject({ id, githubAccount: 'ada' });
  expect((await signIn('lovelace')).user.id).toBe(id);
  await expect(signIn('ada')).rejects.toThrow();
  await addAccount('ada', 'another good password', 'editor');
  expect(findAccountByName('ada')?.id).not.toBe(id);
});

test('a name that another account has is refused, and nothing is saved', () => {
  insertAccount('bob');
  insertAccount('carol');
  expect(saveProfile('carol', { ...plain, name: 'BOB', about: 'Hello.' })).toBe(false);
  expect(findAccountByName('carol')).toMatchObject({ id: 'carol', about: '' });
  // Her own name in other letters is free.
  expect(saveProfile('carol', { ...plain, name: 'Carol' })).toBe(true);
});

test('an account that signs in through a provider keeps its key', () => {
  insertAccount('grace');
  const signInKeyOf = () => findAccountByName('hopper')?.signInKey;
  database()
    .update(accounts)
    .set({ signInKey: '1@github.invalid' })
    .where(eq(accounts.id, 'grace'))
    .run();
  saveProfile('grace', { ...plain, name: 'hopper' });
  expect(signInKeyOf()).toBe('1@github.invalid');
});

test.each(['bannedAt', 'deletedAt'] as const)('nothing is saved with %s', (column) => {
  const id = insertAccount(`gone-${column.toLowerCase()}`);
  database()
    .update(accounts)
    .set({ [column]: 1_700_000_000_000_000 })
    .where(eq(accounts.id, id))
    .run();
  expect(() => saveProfile(id, { ...plain, name: 'back-again' })).toThrow(PermissionError);
  expect(findAccountByName('back-again')).toBeUndefined();
});
