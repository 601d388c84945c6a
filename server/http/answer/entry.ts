import type { OriginResponse } from '../origins';
import { decode, encode, encodings, hasForms, type Encoding } from './encoding';

/** A response that is ready to be sent any number of times. */
export interface Entry {
  status: number;
  /** Media type of the body. */
  type: string;
  /** The headers that don't depend on the encoding: name, value, name, value … */
  head: string[];
  /** The encoded bodies available; the others can be made from any of them. */
  forms: Map<Encoding, Buffer>;
  /** Encodings in progress. */
  making: Map<Encoding, Promise<Buffer>>;
  /** The encodings to choose from. */
  encodings: readonly Encoding[];
  /** Digest of the body, without quotes; undefined if the response must not be stored. */
  tag: string | undefined;
  /** Of its Last-Modified header, in milliseconds. */
  modifiedAt: number | undefined;
}

/** Headers about the connection to the origin, or meant only for the cache. */
const OF_HOP = /^(connection|keep-alive|transfer-encoding|content-length|date|etag|age|x-sharing)$/;

/** Prepares an origin's response for sending. */
export function entryOf({ status, headers, body }: OriginResponse): Entry {
  const modified = Date.parse(headers['last-modified'] ?? '');
  const isKeepable = !(headers['cache-control'] ?? '').includes('no-store');
  const type = headers['content-type'] ?? '';
  return {
    ...{ status, type },
    head: Object.entries(headers).flatMap(([name, value]) =>
      OF_HOP.test(name) ? [] : [value ?? []].flat().flatMap((it) => [name, it]),
    ),
    forms: new Map([['identity', body]]),
    making: new Map(),
    encodings: hasForms(type, body) ? encodings : ['identity'],
    tag: status === 200 && isKeepable ? headers['etag'] : undefined,
    modifiedAt: Number.isNaN(modified) ? undefined : modified,
  };
}

const suffixes = { br: '-br', gzip: '-gz', identity: '' } as const;

/** Returns the strong ETag of an encoding: two encodings of a body are not the same bytes. */
export function etagOf(tag: string, encoding: Encoding): string {
  return `"${tag}${suffixes[encoding]}"`;
}

/** Returns the encoded body, which may have to be made first. */
export function formOf(entry: Entry, encoding: Encoding): Buffer | Promise<Buffer> {
  return entry.forms.get(encoding) ?? makeForm(entry, encoding);
}

/** Encodes only once for all concurrent requests. */
function makeForm(entry: Entry, encoding: Encoding): Promise<Buffer> {
  const making = entry.making.get(encoding) ?? encodeInto(entry, encoding);
  entry.making.set(encoding, making);
  return making;
}

async function encodeInto(entry: Entry, encoding: Encoding): Promise<Buffer> {
  const { forms, making, type } = entry;
  try {
    const form = await encode(await bodyOf(forms), encoding, type);
    // An unencoded body takes several times the memory, and is rarely requested.
    if (encoding !== 'identity') forms.delete('identity');
    forms.set(encoding, form);
    return form;
  } finally {
    making.delete(encoding);
  }
}

async function bodyOf(forms: Entry['forms']): Promise<Buffer> {
  const body = forms.get('identity');
  if (body) return body;
  for (const [encoding, form] of forms) return decode(form, encoding);
  throw new Error('A response has at least one body.');
}

const BYTES_AN_OBJECT = 200;

/** Approximate memory use, in bytes. */
export function bytesOf({ forms, head }: Entry): number {
  const bodies = [...forms.values()].map(({ length }) => BYTES_AN_OBJECT + length);
  const texts = head.reduce((sum, { length }) => sum + length, 0);
  return bodies.reduce((sum, it) => sum + it, 3 * BYTES_AN_OBJECT + texts);
}
