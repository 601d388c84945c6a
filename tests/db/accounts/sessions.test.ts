import { eq } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { auth, signInKey } from '@/db/auth';
import { database } from '@/db/client';
import { findAccountByName } from '@/db/queries/accounts';
import { accounts } from '@/db/schema';
import { endSession, endSessions, listSessions } from '@/db/sessions';
import { stateDatabase } from '@/db/state-database';
import { addAccount, isPasswordOf, setPassword } from '@/db/writes/accounts';
import { BANNED } from '@/lib/accounts/sign-in-error';
import { now } from '@/lib/time';
import { useEmptyDatabase } from '@/tests/tools/database';

useEmptyDatabase();

const PASSWORD = 'correct horse battery';
const idOf = (name: string) => findAccountByName(name)?.id ?? '';

afterEach(() => {
  vi.useRealTimers();
});

/** Signs in, and returns a function that says whether the session still counts. */
async function signIn(name: string, userAgent: string, password = PASSWORD) {
  const { headers } = await auth().api.signInEmail({
    body: { email: signInKey(name), password },
    headers: new Headers({ 'user-agent': userAgent }),
    returnHeaders: true,
  });
  const cookie = headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
  return async () => (await auth().api.getSession({ headers: new Headers({ cookie }) })) !== null;
}

test('an account that was added by a command is not signed in', async () => {
  await addAccount('newcomer', PASSWORD, 'editor');
  expect(listSessions(idOf('newcomer'))).toEqual([]);
});

test('sessions are listed with their browser, and ended one by one or together', async () => {
  await addAccount('ada', PASSWORD, 'editor');
  await addAccount('bob', PASSWORD, 'editor');
  const id = idOf('ada');
  const isBobSignedIn = await signIn('bob', 'Bob');
  const first = await signIn('ada', 'One');
  const second = await signIn('ada', 'Two');
  const third = await signIn('ada', 'Three');
  expect(
    listSessions(id)
      .map(({ userAgent }) => userAgent)
      .toSorted(),
  ).toEqual([...['One', 'Three', 'Two']]);

  const idOfSession = (name: string) =>
    listSessions(id).find(({ userAgent }) => userAgent === name)?.id ?? '';
  // Nobody ends a session of someone else.
  endSession(idOf('bob'), idOfSession('One'));
  expect(await first()).toBe(true);
  endSession(id, idOfSession('One'));
  expect([await first(), await second(), await third()]).toEqual([false, true, true]);
  endSessions(id, idOfSession('Three'));
  expect([await second(), await third()]).toEqual([false, true]);
  endSessions(id);
  expect(await third()).toBe(false);
  expect(await isBobSignedIn()).toBe(true);
});

test('ten people who sign in to one account at once have ten sessions', async () => {
  await addAccount('shared', PASSWORD, 'editor');
  await Promise.all(Array.from({ length: 10 }, (_, index) => signIn('shared', `${index}`)));
  expect(listSessions(idOf('shared'))).toHaveLength(10);
  endSessions(idOf('shared'));
  expect(listSessions(idOf('shared'))).toEqual([]);
});

test('a session that is used is kept, with the day of its last use', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await addAccount('daily', PASSWORD, 'editor');
  const isSignedIn = await signIn('daily', 'Clock');
  const [begun] = listSessions(idOf('daily'));
  vi.advanceTimersByTime(2 * 24 * 60 * 60 * 1000);
  expect(await isSignedIn()).toBe(true);
  const [used] = listSessions(idOf('daily'));
  expect(used?.id).toBe(begun?.id);
  expect(used?.startedAt).toBe(begun?.startedAt);
  expect((used?.usedAt ?? 0) - (begun?.usedAt ?? 0)).toBeGreaterThan(0);
  vi.advanceTimersByTime(31 * 24 * 60 * 60 * 1000);
  expect(listSessions(idOf('daily'))).toEqual([]);
});

test('a new password ends all sessions but the one that may stay', async () => {
  await addAccount('carol', PASSWORD, 'editor');
  const id = idOf('carol');
  const own = await signIn('carol', 'Own');
  const other = await signIn('carol', 'Other');
  const session = listSessions(id).find(({ userAgent }) => userAgent === 'Own');
  await setPassword(id, 'another good password', session?.id);
  expect([await own(), await other()]).toEqual([true, false]);
  expect(await isPasswordOf(id, PASSWORD)).toBe(false);
  expect(await isPasswordOf(id, 'another good password')).toBe(true);
});

test('a banned account gets no session, and only who knows its password learns why', async () => {
  await addAccount('troll', PASSWORD, 'new');
  database().update(accounts).set({ bannedAt: now() }).where(eq(accounts.name, 'troll')).run();
  await expect(signIn('troll', 'One')).rejects.toMatchObject({ body: { code: BANNED } });
  await expect(signIn('troll', 'One', 'not the password')).rejects.toMatchObject({
    status: 'UNAUTHORIZED',
  });
  expect(listSessions(idOf('troll'))).toEqual([]);
});

test('nothing that is stored of a session is an address of the network', async () => {
  await addAccount('dave', PASSWORD, 'editor');
  await auth().api.signInEmail({
    body: { email: signInKey('dave'), password: PASSWORD },
    headers: new Headers({ 'x-forwarded-for': '203.0.113.9' }),
  });
  const all = stateDatabase().prepare('select value from stored').pluck().all();
  expect(JSON.stringify(all)).not.toContain('203.0.113.9');
});

test('sessions of an account are found by an index', () => {
  const plan = stateDatabase()
    .prepare(
      `explain query plan select value from stored
      where json_valid(value) and json_extract(value, '$.session.userId') = 'a'`,
    )
    .all();
  expect(JSON.stringify(plan)).toContain('stored_session');
});
