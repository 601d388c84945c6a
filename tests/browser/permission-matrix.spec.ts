import { expect, type APIRequestContext, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { includesRole, roles, type Role } from '@/lib/accounts/roles';
import { readForm, readToken, sendAction, sendPlain } from './forms-over-http';
import { GRID, PACKAGE, stranger, word, writes, type Who, type Write } from './permitted-writes';
import { openAs } from './users';
import { test as base } from './edit-site';

type Person = Role | 'anonymous';
const people: Person[] = ['anonymous', ...roles];

interface World {
  database: Sqlite.Database;
  origin: string;
  /** Forgets how many edits each account has made within the hour. */
  resetLimits: () => void;
  /** Sends requests with the session of a person. */
  requestOf: (person: Person) => APIRequestContext;
  /** Their account; for visitors, that of nobody. */
  whoIs: (person: Person) => Who;
}

const test = base.extend<object, { world: World }>({
  world: [
    async ({ browser, site }, use) => {
      const { port, databasePath } = site;
      const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
      const pages = new Map<Person, Page>();
      const database = new Sqlite(databasePath);
      const idOf = database.prepare<[string], string>('select id from accounts where name = ?');
      const accounts = new Map<Person, Who>();
      for (const role of roles) {
        const { page, name } = await openAs(browser, site, { role });
        pages.set(role, page);
        accounts.set(role, { id: idOf.pluck().get(name) ?? '', name });
      }
      const state = new Sqlite(`${databasePath}-state`);
      await use({
        resetLimits: () => {
          const made = state
            .prepare("select 1 from sqlite_master where name = 'edit_counts'")
            .get();
          // The site makes the table when it counts for the first time.
          if (made !== undefined) state.exec('delete from edit_counts');
        },
        ...{ database, origin: `http://localhost:${port}` },
        requestOf: (person) => pages.get(person)?.request ?? context.request,
        whoIs: (person) => accounts.get(person) ?? stranger,
      });
      state.close();
      database.close();
      for (const page of pages.values()) await page.context().close();
      await context.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

const setLock = (database: Sqlite.Database, isLocked: boolean) => {
  const value = isLocked ? 1 : 0;
  database.prepare('update grids set is_locked = ? where slug = ?').run(value, GRID);
  database.prepare('update packages set is_locked = ? where title = ?').run(value, PACKAGE);
};

/** What a refused form says. */
const refusals = /can[’']t|no longer signed in|You have no such list|There is no page/;

/** The number of commits by others that a connection has seen. */
const version = (database: Sqlite.Database) => database.pragma('data_version', { simple: true });

const isAllowed = (write: Write, { person, isLocked, isOwn }: Case) => {
  const least = (isLocked && write.locked) || (isOwn && write.own) || write.least;
  return person !== 'anonymous' && least !== 'nobody' && includesRole(person, least);
};

interface Case {
  person: Person;
  isLocked: boolean;
  /** Whether the record belongs to the person. */
  isOwn: boolean;
}

/** All cases that make a difference to a write. */
function casesOf({ locked, own }: Write): Case[] {
  return people.flatMap((person) =>
    (locked === undefined ? [false] : [false, true]).flatMap((isLocked) =>
      (own === undefined || person === 'anonymous' ? [false] : [false, true]).map((isOwn) => ({
        ...{ person, isLocked, isOwn },
      })),
    ),
  );
}

for (const [name, write] of Object.entries(writes)) {
  test(`who may ${name}, with and without JavaScript, locked or not, of their own or not`, async ({
    world,
  }) => {
    test.slow();
    const { database, origin, requestOf, resetLimits, whoIs } = world;
    resetLimits();
    for (const it of casesOf(write)) {
      for (const send of [sendPlain, sendAction]) {
        const { person, isLocked, isOwn } = it;
        setLock(database, false);
        // A record that belongs to nobody of these is shown to the administrator, and lists only to their owners.
        const owner = isOwn ? whoIs(person) : write.least === 'nobody' ? whoIs('admin') : stranger;
        if (write.least === 'nobody' && !isOwn && person === 'admin') continue;
        const reader = requestOf(isOwn ? person : 'admin');
        const form = await readForm(reader, write.path(database, owner), write.submit);
        const fields = { ...form.fields, ...write.enter?.(database, whoIs(person)) };
        setLock(database, isLocked);
        const token = await readToken(requestOf(person));
        const before = version(database);
        const filledIn = { path: form.path, fields: { ...fields, token } };
        const response = await send(requestOf(person), filledIn, { origin });
        const may = isAllowed(write, it);
        const what = `${person}, ${isLocked ? 'locked' : 'not locked'}, ${isOwn ? 'own' : 'not own'}, ${send.name}`;
        expect.soft(version(database) !== before, what).toBe(may);
        const isPlain = send === sendPlain;
        const hidden = isPlain ? 404 : person === 'anonymous' ? 403 : 409;
        const refused = write.least === 'nobody' ? hidden : 403;
        // Scripts go on by themselves.
        const done = isPlain ? 303 : 200;
        expect.soft(response.status(), what).toBe(may ? done : refused);
        if (!may) expect.soft(await response.text(), what).toMatch(refusals);
      }
    }
    setLock(database, false);
  });
}

test('a form from another site, without its token, sent twice, or too large writes nothing', async ({
  world,
}) => {
  const { database, origin, requestOf } = world;
  const request = requestOf('editor');
  for (const send of [sendPlain, sendAction]) {
    const form = await readForm(request, `/grids/${GRID}/edit/`, 'Save');
    const token = form.fields['token'] ?? '';
    const entered = (changed: Record<string, string> = {}) => ({
      path: form.path,
      fields: { ...form.fields, description: word(), ...changed },
    });
    const large = entered({ description: 'x'.repeat(3_000_000) });
    const before = version(database);
    const statuses = [
      (await send(request, entered(), { origin: 'https://evil.example' })).status(),
      (await send(request, entered(), { origin: 'null' })).status(),
      (await send(request, large, { origin })).status(),
      (await send(request, entered({ token: '' }), { origin })).status(),
      (await send(request, entered({ token: `${token}x` }), { origin })).status(),
    ];
    expect(statuses, send.name).toEqual([403, 403, 413, 403, 403]);
    expect(version(database), send.name).toBe(before);
    await send(request, entered(), { origin });
    const once = version(database);
    expect(once, send.name).not.toBe(before);
    const again = await send(request, entered(), { origin });
    expect(again.status()).toBe(409);
    expect(await again.text()).toContain('This form was already submitted.');
    expect(version(database), send.name).toBe(once);
  }
});

test('no GET of a page with a form writes anything', async ({ world }) => {
  const { database, requestOf } = world;
  const paths = Object.values(writes).map((it) => it.path(database, stranger));
  const before = version(database);
  for (const path of [...paths, '/logout/', '/login/', '/signup/']) {
    const separator = path.includes('?') ? '&' : '?';
    await requestOf('admin').get(`${path}${separator}title=x&text=x&lock=yes&reason=x`);
  }
  expect(version(database)).toBe(before);
});
