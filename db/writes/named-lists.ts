import { and, eq } from 'drizzle-orm';
import { expectUnchanged } from '@/lib/edits/conflict';
import { LimitError } from '@/lib/edits/limit';
import {
  MOST_LISTED,
  MOST_LISTS,
  reordered,
  type ListEntry,
  type ListFields,
} from '@/lib/edits/list-fields';
import { MissingError } from '@/lib/edits/missing';
import { newSlug } from '@/lib/edits/slug';
import { database } from '../client';
import {
  countNamedLists,
  findNamedList,
  findNamedListById,
  listPlacesOf,
} from '../queries/named-lists';
import { findPackageById } from '../queries/packages';
import { listPackages, lists } from '../schema';
import { keep, type Person } from './keep';

/**
 * Adds a list, with a package in it if one is given, and returns its slug, which is made from its title.
 *
 * @throws {LimitError} if the account has as many lists as it can have
 */
export function addList(by: Person, wanted: ListFields, packageId?: number): string {
  return keep(by, 'person.keep', () => {
    const { accountId } = by;
    if (countNamedLists(accountId) >= MOST_LISTS) {
      throw new LimitError(`You have ${MOST_LISTS} lists, which is the most. Delete one first.`);
    }
    const slug = newSlug(
      slugSource(wanted.title),
      (it) => findNamedList(accountId, it) !== undefined,
    );
    const times = { createdAt: by.now, modifiedAt: by.now };
    const { id } = database()
      .insert(lists)
      .values({ ...columnsOf(wanted), ...times, accountId, slug })
      .returning({ id: lists.id })
      .get();
    if (packageId !== undefined) insertEntry(by, id, { packageId, note: '' });
    return slug;
  });
}

/** `newSlug` is for grids: without a Latin letter in the title, it would call the list one. */
const slugSource = (title: string) =>
  /[a-z]/i.test(title.normalize('NFKD')) ? title : `list ${title}`;

const columnsOf = ({ title, description, visibility }: ListFields) => ({
  title,
  description,
  isPrivate: visibility === 'private',
});

/**
 * Saves title, description and visibility of somebody's own list. Its address stays. `opened` is what its form showed when it was opened.
 *
 * @throws {MissingError} if they have no such list
 * @throws {ConflictError} if it was changed since, such as in another tab
 */
export function saveList(
  by: Person,
  id: number,
  wanted: ListFields,
  opened: Partial<ListFields>,
): void {
  keep(by, 'person.keep', () => {
    const list = ownList(by, id);
    const { title, description } = wanted;
    expectUnchanged(opened, list, { title, description });
    const row = { ...columnsOf(wanted), modifiedAt: by.now };
    database().update(lists).set(row).where(eq(lists.id, id)).run();
  });
}

/**
 * Saves order and notes of the packages of somebody's own list, and removes some of them. Packages that the form didn't have stay as they
 * are. Throws MissingError if they have no such list.
 */
export function saveListEntries(by: Person, id: number, entries: ListEntry[]): void {
  keep(by, 'person.keep', () => {
    ownList(by, id);
    const byPackage = new Map(entries.map((it) => [it.packageId, it]));
    const order = reordered(
      listPlacesOf(id).map(({ packageId }) => packageId),
      entries,
    );
    const kept = order.filter((it) => byPackage.get(it)?.isRemoved !== true);
    for (const packageId of order) {
      const ofEntry = and(eq(listPackages.listId, id), eq(listPackages.packageId, packageId));
      const note = byPackage.get(packageId)?.note;
      const position = kept.indexOf(packageId);
      if (position < 0) database().delete(listPackages).where(ofEntry).run();
      else {
        const row = { position, ...(note !== undefined && { note }) };
        database().update(listPackages).set(row).where(ofEntry).run();
      }
    }
    touchList(by, id);
  });
}

/**
 * Adds a package to the end of somebody's own list; if it is in it already, only replaces its note, unless the new one is empty.
 *
 * @throws {MissingError} if there is no such package, or they have no such list
 * @throws {LimitError} if the list is full
 */
export function addToList(
  by: Person,
  id: number,
  entry: { packageId: number; note: string },
): void {
  keep(by, 'person.keep', () => {
    ownList(by, id);
    insertEntry(by, id, entry);
    touchList(by, id);
  });
}

function insertEntry(
  by: Person,
  listId: number,
  { packageId, note }: { packageId: number; note: string },
): void {
  if (!findPackageById(packageId)) throw new MissingError('This package no longer exists.');
  const places = listPlacesOf(listId);
  const isInList = places.some((it) => it.packageId === packageId);
  if (isInList && note === '') return;
  if (!isInList && places.length >= MOST_LISTED) {
    throw new LimitError(`This list has ${MOST_LISTED} packages, which is the most.`);
  }
  const position = (places.at(-1)?.position ?? -1) + 1;
  database()
    .insert(listPackages)
    .values({ listId, packageId, position, note, createdAt: by.now })
    .onConflictDoUpdate({ target: [listPackages.listId, listPackages.packageId], set: { note } })
    .run();
}

/** Removes a package from somebody's own list; does nothing if it isn't in it. Throws MissingError if they have no such list. */
export function removeFromList(by: Person, id: number, packageId: number): void {
  keep(by, 'person.keep', () => {
    ownList(by, id);
    database()
      .delete(listPackages)
      .where(and(eq(listPackages.listId, id), eq(listPackages.packageId, packageId)))
      .run();
    touchList(by, id);
  });
}

/** Deletes somebody's own list. Throws MissingError if they have no such list. */
export function deleteList(by: Person, id: number): void {
  keep(by, 'person.keep', () => {
    ownList(by, id);
    database().delete(lists).where(eq(lists.id, id)).run();
  });
}

function touchList(by: Person, id: number): void {
  database().update(lists).set({ modifiedAt: by.now }).where(eq(lists.id, id)).run();
}

/** The list of somebody else is as missing as one that doesn't exist, since it may be private. */
function ownList(by: Person, id: number) {
  const list = findNamedListById(id);
  if (list?.accountId !== by.accountId) throw new MissingError('You have no such list.');
  return list;
}
