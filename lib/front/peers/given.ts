import { encodings, type Encoding } from '../answer/encoding';
import { formOf, type Entry } from '../answer/entry';
import { ownBuffer } from '../bytes';
import type { Given } from '../cache';
import type { Kept } from '../cache/kept';
import { shareStatements, shareText } from '../share-text';
import type { GivenAnswer } from './messages';

/** A kept answer as another worker gets it. */
export async function givenOf(
  { entry, reads }: Kept,
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

/** What it has got, to be kept here too. */
export function madeOf({ reads, age, encoding, form, hasForms, ...given }: GivenAnswer): Given {
  const entry: Entry = {
    status: given.status,
    type: shareText(given.type),
    head: given.head.map(shareText),
    isShared: true,
    setsCookie: false,
    forms: new Map([[encoding, ownBuffer(form)]]),
    making: new Map(),
    encodings: hasForms ? encodings : ['identity'],
    tag: given.tag,
    modifiedAt: given.modifiedAt,
  };
  return { entry, reads: reads && shareStatements(reads), age, source: given.source };
}
