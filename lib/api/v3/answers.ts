import type { z } from 'zod';
import { toAsciiJson, type Json } from './json';
import type { errorSchema } from './schemas';

/** The response to a request. */
export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

export function found(document: Json): Answer {
  return { status: 200, body: toAsciiJson(document), headers };
}

/** 404: no record has the given slug. */
export function missing(noun: string): Answer {
  return refusal({ error: 404, message: `No ${noun} matches the given query.` });
}

/** 301: the record's slug has changed. */
export function moved(location: string): Answer {
  const body = toAsciiJson({ error: 301, message: `Moved to ${location}.` });
  return { status: 301, body, headers: { ...headers, Location: location } };
}

export function notFound(): Answer {
  return refusal({ error: 404, message: 'Not found.' });
}

/** 400. djangopackages.org crashes here with only "An error occurred". */
export function badPage(): Answer {
  return refusal({ error: 400, message: 'limit and offset must not be negative.' });
}

export function methodNotAllowed(method: string): Answer {
  return refusal({ error: 405, message: `Method "${method}" not allowed.` });
}

/** 302 to the sign-in page, as djangopackages.org responds to anonymous users; signing in is not possible yet. */
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

/** Allow also tells the front server that the response is not a Next.js page. */
const headers = { Allow: 'GET, HEAD, OPTIONS', 'Content-Type': 'application/json' };

function refusal(error: z.infer<typeof errorSchema>): Answer {
  return { status: error.error, body: toAsciiJson(error), headers };
}
