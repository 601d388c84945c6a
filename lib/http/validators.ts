import { MICROS_PER_DAY, type Micros } from '@/lib/time';

/** The conditional headers of a request: If-None-Match and If-Modified-Since. */
export interface Conditions {
  tags: string | null | undefined;
  since: string | null | undefined;
}

interface Validators {
  /** The ETag of the representation that the client would get, then those of the same body in other encodings. */
  etags: [string, ...string[]];
  /** In milliseconds; undefined if unknown. */
  modifiedAt: number | undefined;
}

/**
 * The ETag of the representation that a client has and may keep using; undefined if it has none. Dates count only without If-None-Match
 * (RFC 9110, section 13.2.2), and tags are compared weakly (section 13.1.2).
 */
export function knownTag(
  { tags, since }: Conditions,
  { etags, modifiedAt }: Validators,
): string | undefined {
  const [present] = etags;
  if (tags !== null && tags !== undefined) {
    if (tags.trim() === '*') return present;
    const known = tags.split(',').map(opaqueTag);
    return etags.find((tag) => known.includes(opaqueTag(tag)));
  }
  return modifiedAt !== undefined && Date.parse(since ?? '') >= modifiedAt ? present : undefined;
}

const opaqueTag = (tag: string) => tag.trim().replace(/^W\//, '');

const MICROS_PER_SECOND = MICROS_PER_DAY / 86_400;

/**
 * The Last-Modified header for a time. Undefined within two seconds of it: the header has a resolution of one second, so a second change
 * in the same second would look unchanged.
 */
export function lastModifiedOf(changedAt: Micros, now: Micros): string | undefined {
  if (now - changedAt < 2 * MICROS_PER_SECOND) return undefined;
  return new Date(Math.floor(changedAt / MICROS_PER_SECOND) * 1000).toUTCString();
}
