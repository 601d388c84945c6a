import { createHash } from 'node:crypto';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';

/** What tells one body from another. It is a weak one, since the same body may be sent compressed. */
export function etagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

const MICROS_PER_SECOND = MICROS_PER_DAY / 86_400;

/**
 * The header for a time; undefined within two seconds of it: the header has whole seconds, and what changes once more in the same second
 * would look unchanged.
 */
export function lastModifiedOf(changedAt: Micros, now: Micros): string | undefined {
  if (now - changedAt < 2 * MICROS_PER_SECOND) return undefined;
  return new Date(Math.floor(changedAt / MICROS_PER_SECOND) * 1000).toUTCString();
}

interface Validators {
  etag: string;
  lastModified: string | undefined;
}

/** What tells a body from an older one; `changedAt` is null where nobody can say when it changed. */
export function validatorsOf(body: string, changedAt: Micros | null, now: Micros): Validators {
  return {
    etag: etagOf(body),
    lastModified: changedAt === null ? undefined : lastModifiedOf(changedAt, now),
  };
}

export function validatorHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return { ETag: etag, ...(lastModified === undefined ? {} : { 'Last-Modified': lastModified }) };
}

/** Whether a client has this very body already (RFC 9110, section 13.2.2: the date counts only where it names no ETag). */
export function isKnown(headers: Headers, { etag, lastModified }: Validators): boolean {
  const known = headers.get('if-none-match');
  if (known !== null) {
    const strong = (tag: string) => tag.trim().replace(/^W\//, '');
    return known.trim() === '*' || known.split(',').map(strong).includes(strong(etag));
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return lastModified !== undefined && since >= Date.parse(lastModified);
}
