'use server';

import { z } from 'zod';
import { recordId } from '@/lib/edits/id-parameter';
import type { FormState } from '@/components/forms/form-state';
import { findGridById } from '@/db/queries/grids';
import { findPackageById } from '@/db/queries/packages';
import { removeFeedToken, renewFeedToken, setWatch } from '@/db/writes/people';
import { editBy, leaveTo, runForm } from '../run-form';

const form = z.object({
  kind: z.enum(['package', 'grid']),
  id: recordId,
  wanted: z.enum(['yes', 'no']).transform((it) => it === 'yes'),
});

const pathOf = {
  package: (id: number) => `/packages/${findPackageById(id)?.slug ?? ''}/mine/`,
  grid: (id: number) => `/grids/${findGridById(id)?.slug ?? ''}/watch/`,
};

/** Begins or ends watching a package or a grid. */
export async function watch(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ kind, id, wanted }) => {
    setWatch(await editBy(''), { kind, id }, wanted);
    return leaveTo(pathOf[kind](id));
  });
}

const feedForm = z.object({ feed: z.enum(['renew', 'remove']) });

/** Gives the feed of what the user watches a new address, or turns it off. */
export async function changeFeed(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, feedForm, async ({ feed }) => {
    const by = await editBy('');
    if (feed === 'renew') renewFeedToken(by);
    else removeFeedToken(by);
    return leaveTo('/watching/');
  });
}
