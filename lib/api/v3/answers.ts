import type { z } from 'zod';
import { toAsciiJson, type Json } from './json';
import type { errorSchema } from './schemas';

export function found(document: Json): Response {
  return write(200, document);
}

/** No record of that kind bears the given slug. */
export function missing(noun: string): Response {
  return refusal({ error: 404, message: `No ${noun} matches the given query.` });
}

export function notFound(): Response {
  return refusal({ error: 404, message: 'Not found.' });
}

/** The reference breaks down here and says no more than "An error occurred". */
export function badPage(): Response {
  return refusal({ error: 400, message: 'limit and offset must not be negative.' });
}

export function methodNotAllowed(method: string): Response {
  const response = refusal({ error: 405, message: `Method "${method}" not allowed.` });
  response.headers.set('Allow', 'GET, HEAD, OPTIONS');
  return response;
}

/** Nobody can sign in yet, so whoever asks is sent to do so, as the reference sends a visitor. */
export function signInFirst(path: string): Response {
  const next = encodeURIComponent(path).replaceAll('%2F', '/');
  return new Response(null, {
    status: 302,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      Location: `/login/?next=${next}`,
      Vary: 'Cookie',
    },
  });
}

function refusal(error: z.infer<typeof errorSchema>): Response {
  return write(error.error, error);
}

function write(status: number, document: Json): Response {
  return new Response(toAsciiJson(document), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}
