import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auth, signInKey } from '@/db/auth';
import { database } from '@/db/client';
import { findAccountData } from '@/db/queries/account-data';
import { findAccount, findAccountByName } from '@/db/queries/accounts';
import { listCredentials } from '@/db/queries/credentials';
import { findCell } from '@/db/queries/cells';
import { listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { listChanges } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import {
  accounts,
  favorites,
  flags,
  heldEdits,
  listPackages,
  lists,
  packages,
  usages,
  watches,
} from '@/db/schema';
import { listSessions } from '@/db/sessions';
import { removeAccount } from '@/db/writes/account-removal';
import { addAccount } from '@/db/writes/accounts';
import { saveCell } from '@/db/writes/cells';
import { exportDocument } from '@/lib/accounts/export';
import { PermissionError } from '@/lib/accounts/permissions';
import { MissingError } from '@/lib/edits/missing';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const PASSWORD = 'correct horse battery';
const packageId = findPackage('daphne')?.package.id ?? 0;
const gridId = findGrid('websockets')?.id ?? 0;
const ref = { gridId, featureId: listFeatures(gridId)[0]?.id ?? 0, packageId };
const cell = { text: 'quaggamire', evidence: '', comment: '' };
const usageCount = () => findPackage('daphne')?.package.usageCount ?? 0;

/** Fills everything that an account can own. */
function fill(accountId: string) {
  const [db, at] = [database(), now()];
  const own = { accountId, createdAt: at };
  saveCell({ accountId, comment: 'See its manual.', now: at }, ref, cell, {});
  db.insert(favorites)
    .values({ ...own, packageId })
    .run();
  db.insert(usages)
    .values({ ...own, packageId })
    .run();
  db.update(packages).set({ usageCount: 5 }).where(eq(packages.id, packageId)).run();
  db.insert(watches)
    .values([
      { ...own, gridId },
      { ...own, packageId },
    ])
    .run();
  const list = db
    .insert(lists)
    .values({ ...own, slug: 'mine', title: 'Mine', modifiedAt: at })
    .returning({ id: lists.id })
    .get();
  db.insert(listPackages)
    .values({ listId: list.id, packageId, note: 'Fast.', createdAt: at })
    .run();
  db.insert(flags)
    .values({ ...own, packageId, reason: 'Spam.' })
    .run();
  const edit = {
    ...own,
    write: 'saveCell',
    arguments: { text: 'x' },
    path: '/grids/g/websockets/',
  };
  db.insert(heldEdits)
    .values([edit, { ...edit, decidedAt: at, isAccepted: true }])
    .run();
}

test('the export has everything but secrets, and deletion leaves only what others need', async () => {
  await addAccount('ada', PASSWORD, 'editor');
  await auth().api.signInEmail({ body: { email: signInKey('ada'), password: PASSWORD } });
  const id = findAccountByName('ada')?.id ?? '';
  database()
    .update(accounts)
    .set({ about: 'Likes engines.', feedToken: 'secret-feed' })
    .where(eq(accounts.id, id))
    .run();
  fill(id);

  const account = findAccount(id);
  if (!account) throw new Error('It was just added.');
  const text = exportDocument(
    {
      ...{ account, credentials: listCredentials(id), sessions: listSessions(id) },
      data: findAccountData(id),
    },
    { now: now(), zone: 'UTC' },
  );
  expect(JSON.parse(text)).toMatchObject({
    account: { name: 'ada', role: 'editor', about: 'Likes engines.', hasPrivateFeed: true },
    signIn: [{ method: 'password' }],
    sessions: [{ userAgent: '' }],
    changes: [{ comment: 'See its manual.', source: 'site' }],
    confirmedCells: [{ grid: 'websockets', package: 'daphne', text: 'quaggamire' }],
    reports: [{ package: 'daphne', reason: 'Spam.' }],
    heldEdits: [{ write: 'saveCell' }, { write: 'saveCell', isAccepted: true }],
    favorites: [{ package: 'daphne' }],
    uses: [{ package: 'daphne' }],
    watches: [{ grid: 'websockets' }, { package: 'daphne' }],
    lists: [{ slug: 'mine', packages: [{ package: 'daphne', note: 'Fast.' }] }],
  });
  expect(text).toMatch(/"exportedAt": "\d{4}-/);
  expect(text).not.toMatch(/secret-feed|\$scrypt|:[0-9a-f]{64}|token/i);

  expect(removeAccount(id, now())).toBe(true);
  expect(findAccountByName('ada')).toBeUndefined();
  expect(findAccount(id)).toMatchObject({ about: '', feedToken: null, role: 'new' });
  expect(listCredentials(id)).toEqual([]);
  expect(listSessions(id)).toEqual([]);
  expect(usageCount()).toBe(4);
  const left = findAccountData(id);
  expect(left).toMatchObject({ favorites: [], uses: [], watches: [], lists: [] });
  expect([left.changes.length, left.reports.length, left.heldEdits.length]).toEqual([1, 1, 1]);

  // The edit stays, by nobody that has a name.
  expect(findCell(ref)).toMatchObject({ text: 'quaggamire' });
  const [change] = listChanges({ of: 'account', id }, { limit: 1, offset: 0 });
  expect(change).toMatchObject({ account: null, actor: id, source: 'site' });
  const late = () => {
    saveCell({ accountId: id, comment: '', now: now() }, ref, { ...cell, text: 'no' }, {});
  };
  expect(late).toThrow(PermissionError);
  expect(() => removeAccount(id, now())).toThrow(MissingError);

  // Someone else may take the name, and gets none of it.
  await addAccount('ada', PASSWORD, 'new');
  expect(findAccountByName('ada')?.id).not.toBe(id);
});

test('the last admin that can sign in stays', () => {
  const [root, other] = [insertAccount('root', 'admin'), insertAccount('other', 'admin')];
  const ban = (bannedAt: number | null) =>
    database().update(accounts).set({ bannedAt }).where(eq(accounts.id, other)).run();
  ban(now());
  expect(removeAccount(root, now())).toBe(false);
  expect(findAccountByName('root')).toMatchObject({ role: 'admin', deletedAt: null });
  ban(null);
  expect(removeAccount(root, now())).toBe(true);
  expect(removeAccount(other, now())).toBe(false);
});

test('nothing of an account is deleted if its deletion fails', () => {
  const id = insertAccount('unlucky');
  fill(id);
  const file = database().$client;
  file.exec(
    `create trigger fails before update of deleted_at on accounts begin select raise(abort, 'no'); end`,
  );
  expect(() => removeAccount(id, now())).toThrow('no');
  file.exec('drop trigger fails');
  expect(findAccountData(id)).toMatchObject({ favorites: [{}], uses: [{}], lists: [{}] });
  expect(usageCount()).toBe(5);
  expect(findAccountByName('unlucky')?.deletedAt).toBeNull();
});
