import { lastModifiedOf } from '@/lib/http/validators';
import { routes, type RoutePath } from '@/lib/routes/table';
import { now, type Micros } from '@/lib/time';

interface Document {
  body: string;
  contentType: string;
  route: RoutePath;
  /** Seconds for which clients may reuse it without revalidation, if not those of its route. */
  maxAge?: number;
  /** When its content last changed. */
  changedAt?: Micros;
  headers?: Record<string, string>;
}

/** Sends a document that isn't a page. */
export function sendDocument(document: Document): Response {
  const { body, contentType, route, changedAt, headers } = document;
  const { maxAge = routes[route].seconds } = document;
  const lastModified = changedAt === undefined ? undefined : lastModifiedOf(changedAt, now());
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Cache-Control': `public, max-age=${maxAge}`,
      ...(lastModified !== undefined && { 'Last-Modified': lastModified }),
      ...headers,
    },
  });
}

/** Permanent redirect. The path is relative, so that it works behind any proxy. */
export function movedTo(path: string): Response {
  return new Response(null, { status: 301, headers: { Location: path } });
}

/** 404 response. */
export function noSuch(thing: string, headers: Record<string, string> = {}): Response {
  return new Response(`There is no such ${thing}.\n`, {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
