import type Sqlite from 'better-sqlite3';

/** A form, what is entered in it, and the pages that show that. */
export interface Entry {
  path: string;
  submit: string;
  values: Record<string, string>;
  /** Where each text is on one of the pages; `location` is where the form leads. */
  pages: (location: string) => string[];
  /** Fields whose text is encoded or marked up, so that only its number is found again. */
  changed?: string[];
}

interface Entering {
  database: Sqlite.Database;
  /** The account that enters them, a moderator. */
  name: string;
  /** An account that has made a change. */
  other: string;
  take: () => string;
}

const GRID = 'chat';
const HISTORY = '/history/';

/** Every form with a text field, except those for names and passwords. Those after another one may need what that has made. */
export const entries: Record<string, (given: Entering) => Entry> = {
  'a new grid': ({ take }) => ({
    ...{ path: '/grids/add/?title=x', submit: 'Add grid' },
    values: {
      ...{ title: take(), description: take(), packages: 'celery\nhuey', reason: take() },
      features: [take(), take()].join('\n'),
    },
    pages: (location) => [location.replace(/^\/grids\/([^/]+)\/.*$/, '/grids/g/$1/'), HISTORY],
  }),
  'a grid': ({ take }) => ({
    ...{ path: `/grids/${GRID}/edit/`, submit: 'Save' },
    values: { title: take(), description: take(), reason: take() },
    pages: () => [`/grids/g/${GRID}/`, `/grids/g/${GRID}/history/`],
  }),
  'packages of a grid': ({ database, take }) => ({
    ...{ path: `/grids/${GRID}/package/add/`, submit: 'Add packages' },
    values: { packages: anyPackage(database), reason: take() },
    pages: () => [HISTORY],
  }),
  'the order of features': ({ take }) => ({
    ...{ path: `/grids/${GRID}/order/`, submit: 'Save order' },
    values: { reason: take() },
    pages: () => [],
  }),
  'a new feature': ({ take }) => ({
    ...{ path: `/grids/feature/add/${GRID}/`, submit: 'Add feature' },
    values: { title: take(), description: take(), reason: take() },
    pages: () => [`/grids/g/${GRID}/`, HISTORY],
  }),
  'a feature': ({ database, take }) => ({
    ...{ path: `/grids/feature/${newestFeature(database)}/`, submit: 'Save' },
    values: { title: take(), description: take(), reason: take() },
    pages: () => [`/grids/g/${GRID}/`, `/grids/feature/${newestFeature(database)}/history/`],
  }),
  'a cell': ({ database, take }) => {
    const cell = `/grids/element/${GRID}/${anyMember(database)}/${newestFeature(database)}/`;
    return {
      ...{ path: cell, submit: 'Save' },
      values: { text: take(), evidence: take(), comment: take(), reason: take() },
      pages: () => [`/grids/g/${GRID}/`, cell, `${cell}history/`],
    };
  },
  'the removal of a feature': ({ database, take }) => ({
    ...{ path: `/grids/feature/${newestFeature(database)}/delete/`, submit: 'Remove feature' },
    values: { reason: take() },
    pages: () => [HISTORY],
  }),
  'a new package': ({ take }) => ({
    ...{ path: '/packages/add/?project=x', submit: 'Add package' },
    values: {
      ...{ title: take(), description: take(), reason: take(), category: 'apps' },
      ...{ pypi: `x${crypto.randomUUID()}`, documentation: addressWith(take()) },
    },
    pages: (location) => [location, HISTORY, '/packages/latest/'],
    changed: ['documentation'],
  }),
  'a package': ({ database, take }) => ({
    ...{ path: `/packages/${newestPackage(database)}/edit/`, submit: 'Save' },
    values: { title: take(), description: take(), reason: take() },
    pages: () => [`/packages/p/${newestPackage(database)}/`, HISTORY],
  }),
  'a documentation link': ({ database, take }) => ({
    ...{ path: `/packages/${newestPackage(database)}/documentation/edit/`, submit: 'Save' },
    values: { documentation: addressWith(take()), reason: take() },
    pages: () => [`/packages/p/${newestPackage(database)}/`, HISTORY],
    changed: ['documentation'],
  }),
  'a deprecation': ({ database, take }) => ({
    path: `/packages/${newestPackage(database)}/deprecate/`,
    submit: 'Mark as deprecated',
    values: { replacement: addressWith(take()), source: addressWith(take()), reason: take() },
    pages: () => [`/packages/p/${newestPackage(database)}/`, HISTORY],
    changed: ['replacement', 'source'],
  }),
  'a new URL': ({ database, take }) => ({
    ...{ path: `/packages/${newestPackage(database)}/rename/`, submit: 'Change URL' },
    values: { slug: `x${crypto.randomUUID()}`, reason: take() },
    pages: () => [HISTORY],
  }),
  'a report': ({ database, take }) => {
    const path = `/packages/${newestPackage(database)}/flag/`;
    return {
      ...{ path, submit: 'Report' },
      values: { reason: take() },
      pages: () => ['/moderation/', path],
    };
  },
  'an answer': ({ database, take }) => ({
    ...{ path: '/moderation/', submit: 'Dismiss' },
    values: {
      ...{ kind: 'flag', id: read(database, 'select max(id) from flags') },
      ...{ decision: 'reject', answer: take() },
    },
    pages: () => [`/packages/${newestPackage(database)}/flag/`],
  }),
  'a site': ({ database, take }) => ({
    ...{ path: `/packages/${newestPackage(database)}/example/add/`, submit: 'Add site' },
    values: { title: take(), url: addressWith(take()) },
    pages: () => [`/packages/p/${newestPackage(database)}/`],
    changed: ['url'],
  }),
  'a list': ({ take }) => ({
    ...{ path: '/lists/add/', submit: 'Create list' },
    values: { title: take(), description: take() },
    pages: (location) => [location, '/lists/'],
  }),
  'a package of a list': ({ database, name, take }) => ({
    ...{ path: `/lists/${name}/${newestList(database)}/edit/`, submit: 'Add package' },
    values: { package: anyPackage(database), note: take() },
    pages: () => [`/lists/${name}/${newestList(database)}/`],
  }),
  'a note of a list': ({ database, name, take }) => ({
    ...{ path: `/packages/${newestPackage(database)}/mine/`, submit: 'Add to list' },
    values: { list: newestList(database, 'id'), note: take() },
    pages: () => [`/lists/${name}/${newestList(database)}/`],
  }),
  'a profile': ({ name, take }) => ({
    ...{ path: '/profiles/edit/', submit: 'Save' },
    values: { about: take() },
    pages: () => [`/profiles/${name}/`, '/profiles/edit/'],
  }),
  'a revert': ({ database, take }) => ({
    path: `${HISTORY}${read(database, `select max(id) from changes`)}/`,
    submit: 'Revert this change',
    values: { reason: take() },
    pages: () => [HISTORY],
  }),
  'a revert of everything': ({ other, take }) => ({
    ...{ path: `/moderation/accounts/${other}/`, submit: 'Revert everything since then' },
    values: { since: '2020-01-01', reason: take() },
    pages: () => [HISTORY],
  }),
  'a ban': ({ other, take }) => ({
    ...{ path: `/moderation/accounts/${other}/`, submit: 'Ban this account' },
    values: { reason: take() },
    pages: () => ['/moderation/bans/', `/moderation/accounts/${other}/`],
  }),
  'a post': ({ take }) => ({
    ...{ path: '/changelog/add/', submit: 'Add post' },
    values: { title: take(), body: take(), state: 'published' },
    pages: (location) => [location, '/changelog/'],
    changed: ['body'],
  }),
  'an announcement': ({ take }) => ({
    ...{ path: '/announcements/', submit: 'Add announcement' },
    values: { text: take(), days: '1' },
    pages: () => ['/', '/announcements/'],
  }),
  'a grid of the week': ({ take }) => ({
    ...{ path: '/of-the-week/', submit: 'Save' },
    values: { grid: 'workers-queues-tasks', note: take() },
    pages: () => ['/', '/of-the-week/'],
  }),
};

const read = (database: Sqlite.Database, sql: string) =>
  String(database.prepare(sql).pluck().get());

const anyPackage = (database: Sqlite.Database) =>
  read(
    database,
    `select slug from packages where id not in (select package_id from grid_packages
      where grid_id = (select id from grids where slug = '${GRID}')) order by random() limit 1`,
  );
const anyMember = (database: Sqlite.Database) =>
  read(
    database,
    `select package_id from grid_packages where grid_id = (select id from grids where slug = '${GRID}') limit 1`,
  );
const newestFeature = (database: Sqlite.Database) =>
  read(
    database,
    `select max(id) from features where grid_id = (select id from grids where slug = '${GRID}')`,
  );
const newestPackage = (database: Sqlite.Database) =>
  read(database, 'select slug from packages order by id desc limit 1');
const newestList = (database: Sqlite.Database, column = 'slug') =>
  read(database, `select ${column} from lists order by id desc limit 1`);

/** An address with a text in its query, as somebody may paste it. */
const addressWith = (text: string) =>
  `https://x${crypto.randomUUID()}.example/?q=${text.replaceAll(/\s/g, '+')}`;
