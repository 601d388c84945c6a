import { createHash } from 'node:crypto';
import type { Answer } from './answer';
import { decode, encode, encodings, hasForms, type Encoding } from './encoding';

/** A response that is ready to be sent any number of times. */
export interface Entry {
  status: number;
  /** Media type of the body. */
  type: string;
  /** Whether it may be sent to other clients too. */
  isShared: boolean;
  /** Whether it is for a single client because it sets a cookie or has a nonce. */
  isForOne: boolean;
  /** The headers that don't depend on the encoding: name, value, name, value … */
  head: string[];
  /** The encoded bodies available; the others can be made from any of them. */
  forms: Map<Encoding, Buffer>;
  /** Encodings in progress. */
  making: Map<Encoding, Promise<Buffer>>;
  /** The encodings to choose from. */
  encodings: readonly Encoding[];
  /** Hash of the body, without quotes; undefined if the response must not be stored. */
  tag: string | undefined;
  /** Of its Last-Modified header, in milliseconds. */
  modifiedAt: number | undefined;
}

/** Prepares a response for sending. */
export function entryOf({ status, headers, body, isShared, nonce }: Answer): Entry {
  const modified = Date.parse(String(headers['last-modified'] ?? ''));
  const isKeepable = !String(headers['cache-control'] ?? '').includes('no-store');
  const type = String(headers['content-type']);
  return {
    ...{ status, type, isShared },
    isForOne: headers['set-cookie'] !== undefined || nonce !== undefined,
    head: Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().flatMap((it) => [name, it]),
    ),
    forms: new Map([['identity', body]]),
    making: new Map(),
    encodings: hasForms(type, body) ? encodings : ['identity'],
    tag: status === 200 && isKeepable ? tagOf(body) : undefined,
    modifiedAt: Number.isNaN(modified) ? undefined : modified,
  };
}

function tagOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 27);
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
    // Unencoded it takes several times the memory, and is rarely requested again.
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
  throw new Error('An answer has at least one form.');
}

const BYTES_A_FORM = 200;

/** For a string that is shared with other entries. */
const BYTES_A_TEXT = 8;

/** Approximate memory use, in bytes. */
export function bytesOf({ forms, head }: Entry): number {
  const bodies = [...forms.values()].map(({ length }) => BYTES_A_FORM + length);
  return bodies.reduce((sum, it) => sum + it, 0) + BYTES_A_TEXT * head.length;
}
