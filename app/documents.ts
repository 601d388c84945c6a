import { isKnown, validatorHeaders, validatorsOf } from '@/lib/api/etag';
import { now, type Micros } from '@/lib/time';

interface Document {
  body: string;
  contentType: string;
  /** Seconds for which clients may reuse it without revalidation. */
  maxAge: number;
  /** When its content last changed. */
  changedAt?: Micros;
  status?: number;
  headers?: Record<string, string>;
}

/** Sends a document that isn't a page: in full, or 304 if the client already has it. */
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

/** Permanent redirect. The path is relative, so that it works behind any proxy. */
export function movedTo(path: string): Response {
  return new Response(null, { status: 301, headers: { Location: path } });
}

/** 404 response. */
export function noSuch(thing: string): Response {
  return new Response(`There is no such ${thing}.\n`, {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
