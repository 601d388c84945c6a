import { isKnown, validatorHeaders, validatorsOf } from '@/lib/api/etag';
import { now, type Micros } from '@/lib/time';

interface Document {
  body: string;
  contentType: string;
  /** For so many seconds it may be used again without asking. */
  maxAge: number;
  /** When what it says was last changed. */
  changedAt?: Micros;
  status?: number;
  headers?: Record<string, string>;
}

/** A document that isn't a page: whole, or 304 where the client has it already. */
export function sendDocument(request: Request, document: Document): Response {
  const { body, contentType, maxAge, changedAt, status = 200, headers } = document;
  const validators = validatorsOf(body, changedAt ?? null, now());
  const common = {
    'Cache-Control': `public, max-age=${maxAge}`,
    ...validatorHeaders(validators),
    ...headers,
  };
  if (status === 200 && isKnown(request.headers, validators)) {
    return new Response(null, { status: 304, headers: common });
  }
  return new Response(body, { status, headers: { ...common, 'Content-Type': contentType } });
}

/** An address that has moved for good. Relative, so that it holds behind any proxy. */
export function movedTo(path: string): Response {
  return new Response(null, { status: 301, headers: { Location: path } });
}

/** Nothing has this address. */
export function noSuch(thing: string): Response {
  return new Response(`There is no such ${thing}.\n`, {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
