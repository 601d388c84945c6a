import { createHash } from 'node:crypto';
import { baseAddress } from '@/lib/api/base-address';
import { settings } from '@/lib/settings';
import type { Micros } from '@/lib/time';

interface Document {
  body: string;
  contentType: string;
  /** For so many seconds it may be used again without asking. */
  maxAge: number;
  lastModified?: Micros | undefined;
  status?: number;
  headers?: Record<string, string>;
}

/** What absolute links of the answer to a request begin with. */
export function baseOf(request: Request): string {
  return baseAddress(settings(), request.headers.get('host'));
}

/** A tag that changes with a text, and with nothing else. */
export function entityTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** A document that isn't a page: whole, or 304 where the client has it already. */
export function sendDocument(request: Request, document: Document): Response {
  const { body, contentType, maxAge, lastModified, status = 200, headers } = document;
  const etag = entityTag(body);
  const common = {
    'Cache-Control': `public, max-age=${maxAge}`,
    ETag: etag,
    ...(lastModified === undefined ? {} : { 'Last-Modified': httpDate(lastModified) }),
    ...headers,
  };
  if (status === 200 && isKnown(request, etag, lastModified)) {
    return new Response(null, { status: 304, headers: common });
  }
  return new Response(body, { status, headers: { ...common, 'Content-Type': contentType } });
}

/** RFC 9110: the date counts only where no tag is given. The front may have made the tag a weak one. */
export function isKnown(request: Request, etag: string, lastModified?: Micros): boolean {
  const tags = request.headers.get('if-none-match');
  if (tags !== null) {
    const given = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return given.includes(etag) || given.includes('*');
  }
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  return lastModified !== undefined && Math.floor(lastModified / 1e6) * 1000 <= since;
}

/** `Sat, 21 Nov 2026 19:16:02 GMT`: HTTP knows whole seconds. */
function httpDate(time: Micros): string {
  return new Date(Math.floor(time / 1000)).toUTCString();
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
