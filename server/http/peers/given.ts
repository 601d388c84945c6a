import { encodings, type Encoding } from '../answer/encoding';
import { formOf, type Entry } from '../answer/entry';
import { ownBuffer } from '../bytes';
import type { Fetched } from '../cache/made';
import type { CacheEntry } from '../cache/cache-entry';
import type { GivenAnswer } from './messages';

/** A kept answer as another worker gets it. */
export async function givenOf(
  { entry, reads }: CacheEntry,
  wanted: Encoding,
  rest: Pick<GivenAnswer, 'source' | 'age'>,
): Promise<GivenAnswer> {
  const { status, type, head, tag, modifiedAt } = entry;
  const encoding = entry.encodings.includes(wanted) ? wanted : 'identity';
  return {
    ...rest,
    ...{ status, type, head, tag, modifiedAt, encoding, reads },
    form: await formOf(entry, encoding),
    hasForms: entry.encodings.length > 1,
  };
}

/** What it has got, to be kept there too. */
export function fetchedOf({ reads, age, source, ...given }: GivenAnswer): Fetched {
  const { status, type, head, tag, modifiedAt, encoding, form, hasForms } = given;
  const entry: Entry = {
    ...{ status, type, head, tag, modifiedAt },
    isShared: true,
    isForOne: false,
    forms: new Map([[encoding, ownBuffer(form)]]),
    making: new Map(),
    encodings: hasForms ? encodings : ['identity'],
  };
  return { entry, reads, age, source };
}
