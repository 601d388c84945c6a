import { createHash } from 'node:crypto';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';

/** The ETag of a body; weak, since the body may be sent compressed. */
export function etagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

const MICROS_PER_SECOND = MICROS_PER_DAY / 86_400;

/**
 * The Last-Modified header for a time. Undefined within two seconds of it: the header has a resolution of one second, so a second change
 * in the same second would look unchanged.
 */
export function lastModifiedOf(changedAt: Micros, now: Micros): string | undefined {
  if (now - changedAt < 2 * MICROS_PER_SECOND) return undefined;
  return new Date(Math.floor(changedAt / MICROS_PER_SECOND) * 1000).toUTCString();
}

interface Validators {
  etag: string;
  lastModified: string | undefined;
}

/** The ETag and Last-Modified of a body; `changedAt` is null if unknown. */
export function validatorsOf(body: string, changedAt: Micros | null, now: Micros): Validators {
  return {
    etag: etagOf(body),
    lastModified: changedAt === null ? undefined : lastModifiedOf(changedAt, now),
  };
}

export function validatorHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return { ETag: etag, ...(lastModified === undefined ? {} : { 'Last-Modified': lastModified }) };
}

/** Whether the client already has this body (RFC 9110, section 13.2.2: If-Modified-Since counts only without If-None-Match). */
export function isKnown(headers: Headers, { etag, lastModified }: Validators): boolean {
  const known = headers.get('if-none-match');
  if (known !== null) {
    const strong = (tag: string) => tag.trim().replace(/^W\//, '');
    return known.trim() === '*' || known.split(',').map(strong).includes(strong(etag));
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return lastModified !== undefined && since >= Date.parse(lastModified);
}
