'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findAccount } from '@/db/queries/accounts';
import { findNamedListById } from '@/db/queries/named-lists';
import { findPackage, findPackageById } from '@/db/queries/packages';
import { findPackageSlug } from '@/db/queries/resolve-slug';
import { addList, addToList, deleteList, saveList, saveListEntries } from '@/db/writes/named-lists';
import { recordId } from '@/lib/edits/id-parameter';
import { required } from '@/lib/edits/fields';
import { listEntries, listFields, listNote } from '@/lib/edits/list-fields';
import { openedFields } from '@/lib/edits/opened';
import { editBy, FormError, leaveTo, runForm } from '../run-form';

/** The path of a list; of the user's lists if it is gone. */
function pathOf(listId: number): string {
  const list = findNamedListById(listId);
  const owner = list && findAccount(list.accountId);
  return owner ? `/lists/${owner.name}/${list.slug}/` : '/lists/';
}

const newList = listFields.extend({ package: z.union([z.literal(''), recordId]).default('') });

/** Adds a list of the user, with a package in it if the form names one. */
export async function createList(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, newList, async ({ package: packageId, ...fields }) => {
    const by = await editBy('');
    const slug = addList(by, fields, packageId === '' ? undefined : packageId);
    return leaveTo(`/lists/${findAccount(by.accountId)?.name ?? ''}/${slug}/`);
  });
}

const existingList = listFields.extend({ list: recordId, opened: openedFields });

/** Saves title, description and visibility of a list. */
export async function editList(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, existingList, async ({ list, opened, ...fields }) => {
    const { title, description } = opened;
    saveList(await editBy(''), list, fields, {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
    });
    return leaveTo(pathOf(list));
  });
}

const entriesForm = z.intersection(
  z.object({ list: recordId }),
  listEntries.transform((entries) => ({ entries })),
);

/** Saves order and notes of the packages of a list, and removes those that are checked. */
export async function editEntries(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, entriesForm, async ({ list, entries }) => {
    saveListEntries(await editBy(''), list, entries);
    return leaveTo(pathOf(list));
  });
}

/** Adds a package to a list from the package's side, with the ids of both. */
export async function addEntry(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ list: recordId, package: recordId, note: listNote });
  return runForm(data, form, async ({ list, package: packageId, note }) => {
    addToList(await editBy(''), list, { packageId, note });
    return leaveTo(`/packages/${findPackageById(packageId)?.slug ?? ''}/mine/`);
  });
}

/** Adds a package, by name or address, to a list. */
export async function addNamedEntry(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ list: recordId, package: required(300), note: listNote });
  return runForm(data, form, async ({ list, package: name, note }) => {
    const found = findPackage(findPackageSlug(name) ?? '');
    if (!found) throw new FormError(undefined, { package: 'is not in the catalogue' });
    addToList(await editBy(''), list, { packageId: found.package.id, note });
    return leaveTo(`${pathOf(list)}edit/`);
  });
}

/** Deletes a list. */
export async function removeList(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({ list: recordId }), async ({ list }) => {
    deleteList(await editBy(''), list);
    return leaveTo('/lists/');
  });
}
