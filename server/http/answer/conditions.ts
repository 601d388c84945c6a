import { knownTag, type Conditions } from '@/lib/http/validators';
import { encodings, type Encoding } from './encoding';
import { etagOf, type Entry } from './entry';

/**
 * Returns the ETag of the representation that a client has and may keep using; undefined if it has none. A client with the body in another
 * encoding than it would get now has the same body.
 */
export function knownForm(
  { tag, modifiedAt }: Entry,
  encoding: Encoding,
  conditions: Conditions,
): string | undefined {
  const isConditional = conditions.tags !== undefined || conditions.since !== undefined;
  if (tag === undefined || !isConditional) return undefined;
  const others = encodings.map((other) => etagOf(tag, other));
  return knownTag(conditions, { etags: [etagOf(tag, encoding), ...others], modifiedAt });
}
