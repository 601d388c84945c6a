import type { z } from 'zod';
import { toAsciiJson, type Json } from './json';
import type { errorSchema } from './schemas';

/** What a request comes to. */
export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

export function found(document: Json): Answer {
  return { status: 200, body: toAsciiJson(document), headers };
}

/** No record of that kind bears the given slug. */
export function missing(noun: string): Answer {
  return refusal({ error: 404, message: `No ${noun} matches the given query.` });
}

export function notFound(): Answer {
  return refusal({ error: 404, message: 'Not found.' });
}

/** The reference breaks down here and says no more than "An error occurred". */
export function badPage(): Answer {
  return refusal({ error: 400, message: 'limit and offset must not be negative.' });
}

export function methodNotAllowed(method: string): Answer {
  return refusal({ error: 405, message: `Method "${method}" not allowed.` });
}

/** Nobody can sign in yet, so whoever asks is sent to do so, as the reference sends a visitor. */
export function signInFirst(path: string): Answer {
  const next = encodeURIComponent(path).replaceAll('%2F', '/');
  return {
    status: 302,
    body: '',
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      Location: `/login/?next=${next}`,
      Vary: 'Cookie',
    },
  };
}

/** Allow also tells the front that the answer is no page of Next's. */
const headers = { Allow: 'GET, HEAD, OPTIONS', 'Content-Type': 'application/json' };

function refusal(error: z.infer<typeof errorSchema>): Answer {
  return { status: error.error, body: toAsciiJson(error), headers };
}
