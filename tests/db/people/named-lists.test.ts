import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { countChanges } from '@/db/queries/history';
import {
  countNamedLists,
  findNamedList,
  listEntriesOf,
  listNamedLists,
} from '@/db/queries/named-lists';
import { findPackage, listPackages } from '@/db/queries/packages';
import { lists } from '@/db/schema';
import {
  addList,
  addToList,
  deleteList,
  removeFromList,
  saveList,
  saveListEntries,
} from '@/db/writes/named-lists';
import { ConflictError } from '@/lib/edits/conflict';
import { LimitError } from '@/lib/edits/limit';
import { MOST_LISTED, MOST_LISTS } from '@/lib/edits/list-fields';
import { MissingError } from '@/lib/edits/missing';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const [celery, huey, dramatiq] = [idOf('celery'), idOf('huey'), idOf('django-q')];

const by = (accountId: string) => ({ accountId, now: now() });
const wanted = (title: string, visibility: 'public' | 'private' = 'public') => ({
  title,
  description: '',
  visibility,
});
const idOfList = (slug: string, account = 'ada') => findNamedList(account, slug)?.id ?? 0;
const entries = (list: number) => listEntriesOf(list).map(({ slug, note }) => [slug, note]);

beforeAll(() => {
  insertAccount('ada', 'new');
  insertAccount('bob', 'new');
  insertAccount('many', 'new');
});

test('a list has a slug of its own among those of its account', () => {
  expect(addList(by('ada'), wanted('Task queues'))).toBe('task-queues');
  expect(addList(by('ada'), wanted('Task queues'))).toBe('task-queues-2');
  expect(addList(by('bob'), wanted('Task queues', 'private'))).toBe('task-queues');
  expect(addList(by('bob'), wanted('任务'))).toBe('list');
  expect(addList(by('bob'), wanted('2026'))).toBe('list-2026');
  expect(listNamedLists('ada').map(({ slug }) => slug)).toEqual(['task-queues-2', 'task-queues']);
  expect(findNamedList('bob', 'task-queues')).toMatchObject({ isPrivate: true });
  // Lists are no part of the catalogue.
  expect(countChanges({ of: 'site' })).toBe(0);
});

test('packages are added to its end with a note, reordered and removed', () => {
  const id = idOfList('task-queues');
  addToList(by('ada'), id, { packageId: celery, note: 'the usual one' });
  addToList(by('ada'), id, { packageId: huey, note: '' });
  addToList(by('ada'), id, { packageId: dramatiq, note: '' });
  // Once more without a note changes nothing.
  addToList(by('ada'), id, { packageId: celery, note: '' });
  expect(entries(id)).toEqual([
    ['celery', 'the usual one'],
    ['huey', ''],
    ['django-q', ''],
  ]);
  const entry = (packageId: number, position: number, note = '', isRemoved = false) => ({
    ...{ packageId, position, note, isRemoved },
  });
  saveListEntries(by('ada'), id, [entry(dramatiq, 1, 'first'), entry(celery, 1, '', true)]);
  expect(entries(id)).toEqual([
    ['django-q', 'first'],
    ['huey', ''],
  ]);
  // What another tab has removed, or never was in it, is ignored.
  saveListEntries(by('ada'), id, [entry(celery, 1), entry(huey, 1)]);
  expect(entries(id).map(([slug]) => slug)).toEqual(['huey', 'django-q']);
  removeFromList(by('ada'), id, huey);
  removeFromList(by('ada'), id, huey);
  expect(entries(id)).toEqual([['django-q', 'first']]);
  expect(listNamedLists('ada', { holding: dramatiq })).toMatchObject([
    { slug: 'task-queues', holds: true, packageCount: 1 },
    { slug: 'task-queues-2', holds: false, packageCount: 0 },
  ]);
});

test('its title, description and visibility are saved, and its address stays', () => {
  const id = idOfList('task-queues');
  const opened = { title: 'Task queues', description: '' };
  saveList(
    by('ada'),
    id,
    { title: 'Queues', description: 'Of 2026.', visibility: 'private' },
    opened,
  );
  expect(findNamedList('ada', 'task-queues')).toMatchObject({
    ...{ title: 'Queues', description: 'Of 2026.', isPrivate: true },
  });
  expect(() => {
    saveList(by('ada'), id, wanted('Other'), opened);
  }).toThrow(ConflictError);
});

test('a list of somebody else is as missing as one that does not exist', () => {
  for (const id of [idOfList('task-queues'), 999_999]) {
    for (const write of [
      () => {
        saveList(by('bob'), id, wanted('Mine'), {});
      },
      () => {
        saveListEntries(by('bob'), id, []);
      },
      () => {
        addToList(by('bob'), id, { packageId: celery, note: '' });
      },
      () => {
        removeFromList(by('bob'), id, dramatiq);
      },
      () => {
        deleteList(by('bob'), id);
      },
    ]) {
      expect(write).toThrow(MissingError);
      expect(write).toThrow('You have no such list.');
    }
  }
  expect(entries(idOfList('task-queues'))).toHaveLength(1);
});

test('a deleted list takes its packages with it', () => {
  const id = idOfList('task-queues');
  deleteList(by('ada'), id);
  expect(findNamedList('ada', 'task-queues')).toBeUndefined();
  expect(entries(id)).toEqual([]);
});

test('an account has a limited number of lists, and a list of packages', () => {
  const rows = Array.from({ length: MOST_LISTS - 1 }, (_, index) => ({
    ...{ accountId: 'many', slug: `list-${index}`, title: `List ${index}` },
    ...{ createdAt: now(), modifiedAt: now() },
  }));
  database().insert(lists).values(rows).run();
  const slug = addList(by('many'), wanted('The last one'), celery);
  expect(() => addList(by('many'), wanted('One more'))).toThrow(LimitError);
  expect(() => addList(by('many'), wanted('One more'))).toThrow('You have 100 lists');
  expect(countNamedLists('many')).toBe(MOST_LISTS);

  const id = idOfList(slug, 'many');
  const all = listPackages({}, 'title', { limit: MOST_LISTED + 1, offset: 0 })
    .map((it) => it.id)
    .filter((it) => it !== celery);
  for (const packageId of all.slice(0, MOST_LISTED - 1)) {
    addToList(by('many'), id, { packageId, note: '' });
  }
  expect(() => {
    addToList(by('many'), id, { packageId: all.at(-1) ?? 0, note: '' });
  }).toThrow('This list has 100 packages, which is the most.');
  addToList(by('many'), id, { packageId: celery, note: 'still here' });
  expect(entries(id)).toHaveLength(MOST_LISTED);
  expect(entries(id)[0]).toEqual(['celery', 'still here']);
});
