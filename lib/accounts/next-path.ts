import { z } from 'zod';

const HERE = 'http://here.invalid';

/** Where to go after signing in: a path of this site. Anything else, such as the address of another site, is `/`. */
export const nextPath = z
  .string()
  .transform((text) => (isOwnPath(text) ? text : '/'))
  .catch('/');

/** Browsers read `\` as `/` and skip tabs and line breaks, so `/\host` and `/<tab>/host` would lead to another site. */
function isOwnPath(text: string): boolean {
  if (!/^\/(?![/\\])/.test(text) || /[\\\p{Cc}]/u.test(text) || !URL.canParse(text, HERE))
    return false;
  return new URL(text, HERE).origin === HERE;
}

/** The query of the pages for signing in; `error` is what a provider reported. */
export const signInQuery = z.object({
  next: nextPath,
  error: z.string().optional().catch(undefined),
});
