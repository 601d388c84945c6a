import type Sqlite from 'better-sqlite3';
import type { Role } from '@/lib/accounts/roles';

type Database = Sqlite.Database;

export const GRID = 'chat';
/** The title of the package that is edited and locked; its URL changes. */
export const PACKAGE = 'Django Q';

/** An account, of those who try or of another. */
export interface Who {
  id: string;
  name: string;
}

export interface Write {
  /** The least role that may do it, and on a locked record, if it is about one; `nobody` if only its owner may: to others, it doesn't exist. */
  least: Role | 'nobody';
  locked?: Role;
  /** The least role that may do it to a record of their own, if that makes a difference. */
  own?: Role;
  /** The page of its form, for the record of this owner, and the label of its button. */
  path: (database: Database, owner: Who) => string;
  submit: string;
  /** What is entered in the form by whoever tries. */
  enter?: (database: Database, by: Who) => Record<string, string>;
}

export const word = () => `w${crypto.randomUUID().slice(0, 8)}`;
const read = (database: Database, sql: string) => String(database.prepare(sql).pluck().get());
const gridId = `(select id from grids where slug = '${GRID}')`;

/** Adds a feature behind the others of the grid, and returns its id. */
const newFeature = (database: Database) =>
  read(
    database,
    `insert into features (id, grid_id, title, created_at, modified_at)
      select max(id) + 1, ${gridId}, 'F' || (max(id) + 1), 2e15, 2e15 from features returning id`,
  );
const newGrid = (database: Database) =>
  read(
    database,
    `insert into grids (id, slug, title, created_at, modified_at)
      select max(id) + 1, 'g' || (max(id) + 1), 'G', 2e15, 2e15 from grids returning slug`,
  );
/** Puts another package into the grid, and returns its id. */
const newMember = (database: Database) =>
  read(
    database,
    `insert into grid_packages (id, grid_id, package_id, created_at)
      select (select max(id) + 1 from grid_packages), ${gridId}, packages.id, 2e15 from packages
      where id not in (select package_id from grid_packages where grid_id = ${gridId}) limit 1
      returning package_id`,
  );
const outsider = `select slug from packages where id not in
  (select package_id from grid_packages where grid_id = ${gridId}) order by random() limit 1`;
const filled = `select '/grids/element/${GRID}/' || gp.package_id || '/' || c.feature_id || '/'
  from cells c join grid_packages gp on gp.id = c.grid_package_id where c.grid_id = ${gridId} limit 1`;

/** The path of the package's forms. */
const pagesOfPackage = (database: Database) =>
  `/packages/${read(database, `select slug from packages where title = '${PACKAGE}'`)}/`;

/** Who may do what: by hand, so that a wrong table of permissions is noticed. */
export const writes: Record<string, Write> = {
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
    ...{ submit: 'Add packages', enter: (it) => ({ packages: read(it, outsider) }) },
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
    path: (it) => `${pagesOfPackage(it)}edit/`,
    enter: () => ({ description: word() }),
  },
  'change the documentation link': {
    ...{ least: 'new', locked: 'moderator', submit: 'Save' },
    path: (it) => `${pagesOfPackage(it)}documentation/edit/`,
    enter: () => ({ documentation: `https://${word()}.readthedocs.io/` }),
  },
  'lock a package': {
    ...{ least: 'moderator', submit: 'Lock this package' },
    path: (it) => `${pagesOfPackage(it)}edit/`,
  },
  'revert a change': {
    ...{ least: 'trusted', locked: 'moderator', own: 'new', submit: 'Revert this change' },
    path: (it, owner) => `/history/${newChange(it, owner)}/`,
  },
  'add a package': {
    ...{ least: 'new', submit: 'Add package', path: () => '/packages/add/?project=zebra-engine' },
    enter: () => ({ title: word(), repository: `https://github.com/zebra/${word()}`, pypi: '' }),
  },
  'mark a package as deprecated': {
    ...{ least: 'editor', locked: 'moderator', submit: 'Mark as deprecated' },
    path: (it) => {
      it.prepare('update packages set is_deprecated = 0, deprecated_at = null where title = ?').run(
        PACKAGE,
      );
      return `${pagesOfPackage(it)}deprecate/`;
    },
  },
  'change the URL of a package': {
    ...{ least: 'trusted', locked: 'moderator', submit: 'Change URL' },
    path: (it) => `${pagesOfPackage(it)}rename/`,
    enter: () => ({ slug: word() }),
  },
  'change the URL of a grid': {
    ...{ least: 'trusted', submit: 'Change URL', path: (it) => `/grids/${newGrid(it)}/rename/` },
    enter: () => ({ slug: word() }),
  },
  'report a package': {
    ...{ least: 'new', submit: 'Report', path: (it) => `/packages/${anyPackage(it)}/flag/` },
    enter: () => ({ reason: word() }),
  },
  'add a site': {
    ...{ least: 'new', locked: 'moderator', submit: 'Add site' },
    path: (it) => `${pagesOfPackage(it)}example/add/`,
    enter: () => ({ title: word(), url: `https://${word()}.example/` }),
  },
  'edit a site': {
    ...{ least: 'moderator', own: 'new', submit: 'Save' },
    path: (it, owner) => `${newSite(it, owner).path}edit/`,
    enter: () => ({ title: word() }),
  },
  'delete a site': {
    ...{ least: 'moderator', own: 'new', submit: 'Delete site' },
    path: (it, owner) => `${newSite(it, owner).path}delete/`,
  },
  'say that you use a package': {
    ...{ least: 'new', submit: 'I use this', path: (it) => `/packages/${anyPackage(it)}/mine/` },
  },
  'add a package to the favorites': {
    ...{ least: 'new', submit: 'Add to favorites' },
    path: (it) => `/packages/${anyPackage(it)}/mine/`,
  },
  'watch a package': {
    ...{ least: 'new', submit: 'Watch this package' },
    path: (it) => `/packages/${anyPackage(it)}/mine/`,
  },
  'make a list': {
    ...{ least: 'new', submit: 'Create list', path: () => '/lists/add/' },
    enter: () => ({ title: word() }),
  },
  'edit a list': {
    ...{ least: 'nobody', own: 'new', submit: 'Save' },
    path: (it, owner) => `${newList(it, owner)}edit/`,
    enter: () => ({ title: word() }),
  },
  'add a package to a list': {
    ...{ least: 'nobody', own: 'new', submit: 'Add package' },
    path: (it, owner) => `${newList(it, owner)}edit/`,
    enter: (it) => ({ package: anyPackage(it) }),
  },
  'delete a list': {
    ...{ least: 'nobody', own: 'new', submit: 'Delete list' },
    path: (it, owner) => `${newList(it, owner)}delete/`,
  },
  'edit a profile': {
    ...{ least: 'new', submit: 'Save', path: () => '/profiles/edit/' },
    enter: (_, by) => ({ name: by.name, about: word() }),
  },
  'approve a change': {
    ...{ least: 'moderator', submit: 'Approve', path: queue },
    enter: (it) => ({ kind: 'change', id: newWaitingChange(it), decision: 'approve' }),
  },
  'revert a change in the queue': {
    ...{ least: 'moderator', submit: 'Revert', path: queue },
    enter: (it) => ({ kind: 'change', id: newWaitingChange(it), decision: 'reject' }),
  },
  'decline an edit with links': {
    ...{ least: 'moderator', submit: 'Approve', path: queue },
    enter: (it) => ({ kind: 'held', id: newHeldEdit(it), decision: 'reject' }),
  },
  'answer a report': {
    ...{ least: 'moderator', submit: 'Approve', path: queue },
    enter: (it) => ({ kind: 'flag', id: newReport(it), decision: 'reject', answer: word() }),
  },
  'approve a site': {
    ...{ least: 'moderator', submit: 'Approve', path: queue },
    enter: (it) => ({ kind: 'example', id: newSite(it, stranger).id, decision: 'approve' }),
  },
  'ban an account': {
    ...{ least: 'moderator', submit: 'Ban this account' },
    path: (it) => `/moderation/accounts/${newAccount(it)}/`,
    enter: () => ({ reason: word() }),
  },
  'end a ban': {
    ...{ least: 'moderator', submit: 'End the ban' },
    path: (it) => `/moderation/accounts/${newAccount(it, true)}/`,
  },
  'revert everything of an account': {
    ...{ least: 'moderator', submit: 'Revert everything since then' },
    path: (it) => {
      const name = newAccount(it);
      newChange(it, { id: name, name });
      return `/moderation/accounts/${name}/`;
    },
    enter: () => ({ since: '2020-01-01' }),
  },
  'change a role': {
    ...{ least: 'admin', submit: 'Change role' },
    path: (it) => `/moderation/accounts/${newAccount(it)}/`,
    enter: () => ({ role: 'editor' }),
  },
  'unlock a grid from the list of locks': {
    ...{
      least: 'moderator',
      submit: 'Unlock G',
      path: (it) => (newLockedGrid(it), '/moderation/locks/'),
    },
    enter: (it) => ({ kind: 'grid', id: newLockedGrid(it) }),
  },
  'write a post': {
    ...{ least: 'moderator', submit: 'Add post', path: () => '/changelog/add/' },
    enter: () => ({ title: word(), body: word(), state: 'draft' }),
  },
  'edit a post': {
    ...{ least: 'moderator', submit: 'Save', path: (it) => `/changelog/${newPost(it)}/edit/` },
    enter: () => ({ body: word() }),
  },
  'delete a post': {
    ...{ least: 'moderator', submit: 'Delete this post' },
    path: (it) => `/changelog/${newPost(it)}/edit/`,
  },
  'make an announcement': {
    ...{ least: 'moderator', submit: 'Add announcement', path: () => '/announcements/' },
    enter: () => ({ text: word(), days: '1' }),
  },
  'choose the grid of the week': {
    ...{ least: 'moderator', submit: 'Save', path: () => '/of-the-week/' },
    enter: () => ({ grid: GRID, note: word() }),
  },
};

/** Somebody who is none of those that try. */
export const stranger: Who = { id: 'stranger', name: 'stranger' };

/** A package that nobody has reported, saved, watched or used. */
const anyPackage = (database: Database) =>
  read(
    database,
    `select slug from packages where id not in (select package_id from flags
      union select package_id from favorites union select package_id from usages
      union select package_id from watches where package_id is not null) order by random() limit 1`,
  );

/** Runs an insertion, and returns the first column that it returns. */
const insert = (database: Database, sql: string, ...values: unknown[]) =>
  String(
    database
      .prepare(sql)
      .pluck()
      .get(...values),
  );

/** Makes sure that an account of this owner's id exists. */
function ensureAccount(database: Database, { id, name }: Who): void {
  database
    .prepare(
      `insert or ignore into accounts (id, name, sign_in_key, email_verified, created_at, updated_at, role)
        values (?, ?, ?, 0, 1790000000000, 1790000000000, 'new')`,
    )
    .run(id, name, `${id}@local.invalid`);
}

function newAccount(database: Database, isBanned = false): string {
  const name = word();
  ensureAccount(database, { id: name, name });
  if (isBanned) database.prepare('update accounts set banned_at = 2e15 where id = ?').run(name);
  return name;
}

/** A change of the grid's description. */
function newChange(database: Database, owner: Who, review: string | null = null): string {
  ensureAccount(database, owner);
  const before = read(database, `select description from grids where id = ${gridId}`);
  const after = word();
  database.prepare(`update grids set description = ? where id = ${gridId}`).run(after);
  const change = `insert into changes (at, source, actor, review) values (2e15, 'site', ?, ?) returning id`;
  const id = insert(database, change, owner.id, review);
  database
    .prepare(
      `insert into revisions (change_id, kind, record_id, before, after) values (?, 'grid', ${gridId}, ?, ?)`,
    )
    .run(id, JSON.stringify({ description: before }), JSON.stringify({ description: after }));
  return id;
}

function newWaitingChange(database: Database): string {
  return newChange(database, stranger, 'waiting');
}

/** The queue, in which there is a change to decide on. */
function queue(database: Database): string {
  newWaitingChange(database);
  return '/moderation/';
}

function newHeldEdit(database: Database): string {
  ensureAccount(database, stranger);
  return insert(
    database,
    `insert into held_edits (account_id, created_at, write, arguments, path)
      values (?, 2e15, 'none', '{}', '/') returning id`,
    stranger.id,
  );
}

function newReport(database: Database): string {
  ensureAccount(database, stranger);
  return insert(
    database,
    `insert into flags (package_id, account_id, reason, created_at)
      select id, ?, 'Spam.', 2e15 from packages where slug = ? returning id`,
    ...[stranger.id, anyPackage(database)],
  );
}

/** A site that waits for approval: its id, and the path of its forms. */
function newSite(database: Database, owner: Who): { id: string; path: string } {
  ensureAccount(database, owner);
  const id = insert(
    database,
    `insert into package_examples (id, package_id, title, url, added_by, created_at, modified_at)
      select (select max(id) + 1 from package_examples), id, 'S', ?, ?, 2e15, 2e15 from packages
      where title = '${PACKAGE}' returning id`,
    ...[`https://${word()}.example/`, owner.id],
  );
  return { id, path: `${pagesOfPackage(database)}example/${id}/` };
}

function newList(database: Database, owner: Who): string {
  const slug = insert(
    database,
    `insert into lists (account_id, slug, title, is_private, created_at, modified_at)
      values (?, ?, 'L', 0, 2e15, 2e15) returning slug`,
    ...[owner.id, word()],
  );
  return `/lists/${owner.name}/${slug}/`;
}

const newLockedGrid = (database: Database) =>
  read(database, `update grids set is_locked = 1 where slug = '${newGrid(database)}' returning id`);

const newPost = (database: Database) =>
  insert(
    database,
    `insert into posts (slug, title, body, created_at, modified_at) values (?, 'P', 'B', 2e15, 2e15) returning slug`,
    word(),
  );
