import { encodings, type Encoding } from './encoding';
import { etagOf, type Entry } from './entry';
import type { Reader } from './reader';

/**
 * Returns the ETag of the representation that a client has and may keep using (RFC 9110, section 13.1); undefined if it has none. A client
 * with the body in another encoding than it would get now has the same body.
 */
export function knownForm(
  { tag, modifiedAt }: Entry,
  encoding: Encoding,
  { tags, since }: Reader,
): string | undefined {
  if (tag === undefined) return undefined;
  const present = etagOf(tag, encoding);
  if (tags !== undefined) {
    if (tags.trim() === '*') return present;
    const all = tags.split(',').map((it) => it.trim().replace(/^W\//, ''));
    return [present, ...encodings.map((it) => etagOf(tag, it))].find((it) => all.includes(it));
  }
  if (since === undefined || modifiedAt === undefined) return undefined;
  return Date.parse(since) >= modifiedAt ? present : undefined;
}
