import { expect, type APIRequestContext, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { roles, type Role } from '@/lib/accounts/roles';
import { readForm, readToken, sendAction, sendPlain } from './forms-over-http';
import { openAs } from './users';
import { test as base } from './edit-site';

type Person = Role | 'anonymous';
const people: Person[] = ['anonymous', ...roles];

interface World {
  database: Sqlite.Database;
  origin: string;
  /** Sends requests with the session of a person. */
  requestOf: (person: Person) => APIRequestContext;
}

const test = base.extend<object, { world: World }>({
  world: [
    async ({ browser, site }, use) => {
      const { port, databasePath } = site;
      const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
      const pages = new Map<Person, Page>();
      for (const role of roles) pages.set(role, (await openAs(browser, site, { role })).page);
      const database = new Sqlite(databasePath);
      await use({
        ...{ database, origin: `http://localhost:${port}` },
        requestOf: (person) => pages.get(person)?.request ?? context.request,
      });
      database.close();
      for (const page of pages.values()) await page.context().close();
      await context.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

const GRID = 'chat';
const PACKAGE = 'django-q';

interface Write {
  /** The least role that may do it, and on a locked record, if it is about one. */
  least: Role;
  locked?: Role;
  /** The page of its form and the label of its button. */
  path: (database: Sqlite.Database) => string;
  submit: string;
  /** What is entered in the form. */
  enter?: (database: Sqlite.Database) => Record<string, string>;
}

const word = () => `w${crypto.randomUUID().slice(0, 8)}`;
const read = (database: Sqlite.Database, sql: string) =>
  String(database.prepare(sql).pluck().get());
const gridId = `(select id from grids where slug = '${GRID}')`;

/** Adds a feature behind the others of the grid, and returns its id. */
const newFeature = (database: Sqlite.Database) =>
  read(
    database,
    `insert into features (id, grid_id, title, created_at, modified_at)
      select max(id) + 1, ${gridId}, 'F' || (max(id) + 1), 2e15, 2e15 from features returning id`,
  );
const newGrid = (database: Sqlite.Database) =>
  read(
    database,
    `insert into grids (id, slug, title, created_at, modified_at)
      select max(id) + 1, 'g' || (max(id) + 1), 'G', 2e15, 2e15 from grids returning slug`,
  );
/** Puts another package into the grid, and returns its id. */
const newMember = (database: Sqlite.Database) =>
  read(
    database,
    `insert into grid_packages (id, grid_id, package_id, created_at)
      select (select max(id) + 1 from grid_packages), ${gridId}, packages.id, 2e15 from packages
      where id not in (select package_id from grid_packages where grid_id = ${gridId}) limit 1
      returning package_id`,
  );
const stranger = `select slug from packages where id not in
  (select package_id from grid_packages where grid_id = ${gridId}) order by random() limit 1`;
const filled = `select '/grids/element/${GRID}/' || gp.package_id || '/' || c.feature_id || '/'
  from cells c join grid_packages gp on gp.id = c.grid_package_id where c.grid_id = ${gridId} limit 1`;

/** Who may do what: by hand, so that a wrong table of permissions is noticed. */
const writes: Record<string, Write> = {
  'add a grid': {
    ...{ least: 'new', path: () => '/grids/add/?title=T', submit: 'Add grid' },
    enter: () => ({ title: word() }),
  },
  'edit a grid': {
    ...{ least: 'new', locked: 'moderator', path: () => `/grids/${GRID}/edit/`, submit: 'Save' },
    enter: () => ({ description: word() }),
  },
  'add packages to a grid': {
    ...{ least: 'new', locked: 'moderator', path: () => `/grids/${GRID}/package/add/` },
    ...{ submit: 'Add packages', enter: (it) => ({ packages: read(it, stranger) }) },
  },
  'remove a package from a grid': {
    ...{ least: 'editor', locked: 'moderator', submit: 'Remove package' },
    path: (it) => `/grids/package/${GRID}/${newMember(it)}/delete/`,
  },
  'add a feature': {
    ...{ least: 'new', locked: 'moderator', path: () => `/grids/feature/add/${GRID}/` },
    ...{ submit: 'Add feature', enter: () => ({ title: word() }) },
  },
  'edit a feature': {
    ...{ least: 'new', locked: 'moderator', submit: 'Save' },
    path: (it) => `/grids/feature/${newFeature(it)}/`,
    enter: () => ({ description: word() }),
  },
  'remove a feature': {
    ...{ least: 'editor', locked: 'moderator', submit: 'Remove feature' },
    path: (it) => `/grids/feature/${newFeature(it)}/delete/`,
  },
  'merge features': {
    ...{ least: 'editor', locked: 'moderator', submit: 'Merge' },
    path: (it) => `/grids/feature/${newFeature(it)}/merge/`,
  },
  'order features': {
    ...{ least: 'new', locked: 'moderator', submit: 'Save order' },
    path: () => `/grids/${GRID}/order/`,
  },
  'merge grids': {
    ...{ least: 'trusted', locked: 'moderator', submit: 'Merge' },
    path: (it) => `/grids/${newGrid(it)}/merge/`,
    enter: () => ({ into: GRID }),
  },
  'edit a cell': {
    ...{ least: 'new', locked: 'moderator', submit: 'Save' },
    path: (it) => read(it, filled),
    enter: () => ({ text: word() }),
  },
  'confirm a cell': {
    ...{ least: 'new', locked: 'moderator', submit: 'Still correct' },
    path: (it) => read(it, filled),
  },
  'lock a grid': {
    ...{ least: 'moderator', submit: 'Lock this grid', path: () => `/grids/${GRID}/edit/` },
  },
  'edit a package': {
    ...{ least: 'new', locked: 'moderator', submit: 'Save' },
    path: () => `/packages/${PACKAGE}/edit/`,
    enter: () => ({ description: word() }),
  },
  'change the documentation link': {
    ...{ least: 'new', locked: 'moderator', submit: 'Save' },
    path: () => `/packages/${PACKAGE}/documentation/edit/`,
    enter: () => ({ documentation: `https://${word()}.readthedocs.io/` }),
  },
  'lock a package': {
    ...{ least: 'moderator', submit: 'Lock this package' },
    path: () => `/packages/${PACKAGE}/edit/`,
  },
  'revert a change of somebody else': {
    ...{ least: 'trusted', locked: 'moderator', submit: 'Revert this change' },
    path: (it) => `/history/${changeOfRoot(it)}/`,
  },
};

/** A change of the grid's description by an account that nobody of these is. */
function changeOfRoot(database: Sqlite.Database): string {
  const [before, after] = [
    read(database, `select description from grids where id = ${gridId}`),
    word(),
  ];
  database.prepare(`update grids set description = ? where id = ${gridId}`).run(after);
  const change = `insert into changes (at, source) values (2e15, 'command') returning id`;
  const id = read(database, change);
  database
    .prepare(
      `insert into revisions (change_id, kind, record_id, before, after) values (?, 'grid', ${gridId}, ?, ?)`,
    )
    .run(id, JSON.stringify({ description: before }), JSON.stringify({ description: after }));
  return id;
}

const setLock = (database: Sqlite.Database, isLocked: boolean) => {
  const value = isLocked ? 1 : 0;
  database.prepare('update grids set is_locked = ? where slug = ?').run(value, GRID);
  database.prepare('update packages set is_locked = ? where slug = ?').run(value, PACKAGE);
};

const refusals = /can[’']t|no longer signed in/;

/** The number of commits by others that a connection has seen. */
const version = (database: Sqlite.Database) => database.pragma('data_version', { simple: true });

for (const [name, write] of Object.entries(writes)) {
  test(`who may ${name}, with and without JavaScript, locked or not`, async ({ world }) => {
    test.slow();
    const { database, origin, requestOf } = world;
    const locks = write.locked === undefined ? [false] : [false, true];
    for (const isLocked of locks) {
      for (const person of people) {
        for (const send of [sendPlain, sendAction]) {
          setLock(database, false);
          const form = await readForm(requestOf('admin'), write.path(database), write.submit);
          const fields = { ...form.fields, ...write.enter?.(database) };
          setLock(database, isLocked);
          const token = await readToken(requestOf(person));
          const before = version(database);
          const filledIn = { path: form.path, fields: { ...fields, token } };
          const response = await send(requestOf(person), filledIn, { origin });
          const least = (isLocked ? write.locked : undefined) ?? write.least;
          const isAllowed = person !== 'anonymous' && roles.indexOf(person) >= roles.indexOf(least);
          const what = `${person}, ${isLocked ? 'locked' : 'not locked'}, ${send.name}`;
          expect.soft(version(database) !== before, what).toBe(isAllowed);
          // Scripts go on by themselves. A form that was refused is shown again, with the reason.
          expect.soft(response.status(), what).toBe(isAllowed && send === sendPlain ? 303 : 200);
          if (!isAllowed) expect.soft(await response.text(), what).toMatch(refusals);
        }
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
    ];
    expect(statuses, send.name).toEqual([403, 403, 413]);
    await send(request, entered({ token: '' }), { origin });
    await send(request, entered({ token: `${token}x` }), { origin });
    expect(version(database), send.name).toBe(before);
    await send(request, entered(), { origin });
    const once = version(database);
    expect(once, send.name).not.toBe(before);
    const again = await send(request, entered(), { origin });
    expect(await again.text()).toContain('This form was already submitted.');
    expect(version(database), send.name).toBe(once);
  }
});

test('no GET of a page with a form writes anything', async ({ world }) => {
  const { database, requestOf } = world;
  const paths = Object.values(writes).map((it) => it.path(database));
  const before = version(database);
  for (const path of [...paths, '/logout/', '/login/', '/signup/']) {
    const separator = path.includes('?') ? '&' : '?';
    await requestOf('admin').get(`${path}${separator}title=x&text=x&lock=yes&reason=x`);
  }
  expect(version(database)).toBe(before);
});
