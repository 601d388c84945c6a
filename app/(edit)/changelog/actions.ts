'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findPost } from '@/db/queries/posts';
import { addPost, deletePost, savePost } from '@/db/writes/posts';
import { recordId } from '@/lib/edits/id-parameter';
import { openedFields } from '@/lib/edits/opened';
import { postFields } from '@/lib/posts/fields';
import { isPublic } from '@/lib/posts/is-public';
import { now } from '@/lib/time';
import { editBy, leaveTo, runForm } from '../run-form';

/** The page of a post; its form while it isn't public, which shows a preview. */
function pathOf(slug: string): string {
  const post = findPost(slug);
  return `/changelog/${slug}/${post && isPublic(post, now()) ? '' : 'edit/'}`;
}

/** Adds a post. */
export async function createPost(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, postFields, async (fields) =>
    leaveTo(pathOf(addPost(await editBy(''), fields))),
  );
}

/** Saves a post. */
export async function editPost(_: FormState, data: FormData): Promise<FormState> {
  const form = postFields.extend({ post: recordId, opened: openedFields });
  return runForm(data, form, async ({ post, opened, ...fields }) =>
    leaveTo(pathOf(savePost(await editBy(''), post, fields, opened))),
  );
}

/** Deletes a post. */
export async function removePost(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({ post: recordId }), async ({ post }) => {
    deletePost(await editBy(''), post);
    return leaveTo('/changelog/');
  });
}
