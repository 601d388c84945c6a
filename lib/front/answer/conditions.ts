import { encodings, type Encoding } from './encoding';
import { etagOf, type Entry } from './entry';
import type { Reader } from './reader';

/**
 * The tag of the form that a client has and may go on using (RFC 9110, section 13.1); undefined where it has none. Whoever has the
 * body in another form than the one it would get now has the same body.
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
