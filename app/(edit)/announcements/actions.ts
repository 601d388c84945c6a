'use server';

import { z } from 'zod';
import { recordId } from '@/lib/edits/id-parameter';
import type { FormState } from '@/components/forms/form-state';
import { addAnnouncement, endAnnouncement } from '@/db/writes/announcements';
import { announcementFields } from '@/lib/posts/fields';
import { editBy, leaveTo, runForm } from '../run-form';

/** Adds an announcement. */
export async function createAnnouncement(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, announcementFields, async (fields) => {
    addAnnouncement(await editBy(''), fields);
    return leaveTo('/announcements/');
  });
}

const form = z.object({ announcement: recordId });

/** Ends an announcement. */
export async function stopAnnouncement(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ announcement }) => {
    endAnnouncement(await editBy(''), announcement);
    return leaveTo('/announcements/');
  });
}
