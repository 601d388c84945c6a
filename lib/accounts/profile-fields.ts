import { z } from 'zod';
import { line, typed } from '@/lib/edits/fields';
import { accountName } from './name';

/** The user name at a host, or null. */
const hostAccount = line(100)
  .pipe(z.string().regex(/^[\w.-]*$/, 'must be a user name, not an address'))
  .transform((name) => (name === '' ? null : name));

/** What people say about themselves. */
export const profileFields = z.object({
  name: accountName,
  about: typed(1000),
  githubAccount: hostAccount,
  gitlabAccount: hostAccount,
  bitbucketAccount: hostAccount,
  sharesFavorites: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

export type ProfileFields = z.output<typeof profileFields>;
