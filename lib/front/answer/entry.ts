import { createHash } from 'node:crypto';
import type { Answer } from './answer';
import { decode, encode, encodings, hasForms, type Encoding } from './encoding';

/** An answer that is ready to go out, any number of times. */
export interface Entry {
  status: number;
  /** Of its body. */
  type: string;
  /** Whether it may be given to others too. */
  isShared: boolean;
  /** Whether it is for one client alone, since it sets a cookie. */
  setsCookie: boolean;
  /** The head without what belongs to one form: name, value, name, value … */
  head: string[];
  /** Those that are there; any of them gives the others. */
  forms: Map<Encoding, Buffer>;
  /** Those on the way. */
  making: Map<Encoding, Promise<Buffer>>;
  /** The forms to choose from. */
  encodings: readonly Encoding[];
  /** What tells the body from any other, without quotes; undefined where nobody may keep it. */
  tag: string | undefined;
  /** Of its Last-Modified header, in milliseconds. */
  modifiedAt: number | undefined;
}

/** Makes an answer ready. */
export function entryOf({ status, headers, body, isShared }: Answer): Entry {
  const modified = Date.parse(String(headers['last-modified'] ?? ''));
  const isKeepable = !String(headers['cache-control'] ?? '').includes('no-store');
  const type = String(headers['content-type']);
  return {
    ...{ status, type, isShared },
    setsCookie: headers['set-cookie'] !== undefined,
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

/** The strong tag of a form: two forms of a body are not the same bytes. */
export function etagOf(tag: string, encoding: Encoding): string {
  return `"${tag}${suffixes[encoding]}"`;
}

/** A form of the body, which may have to be made. */
export function formOf(entry: Entry, encoding: Encoding): Buffer | Promise<Buffer> {
  return entry.forms.get(encoding) ?? makeForm(entry, encoding);
}

/** Made once for all who ask for it meanwhile. */
function makeForm(entry: Entry, encoding: Encoding): Promise<Buffer> {
  const making = entry.making.get(encoding) ?? encodeInto(entry, encoding);
  entry.making.set(encoding, making);
  return making;
}

async function encodeInto(entry: Entry, encoding: Encoding): Promise<Buffer> {
  const { forms, making, type } = entry;
  try {
    const form = await encode(await bodyOf(forms), encoding, type);
    // As it was drawn it takes several times the room, and is seldom asked for again.
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

/** For a text that it shares with others. */
const BYTES_A_TEXT = 8;

/** What it takes in memory, about. */
export function bytesOf({ forms, head }: Entry): number {
  const bodies = [...forms.values()].map(({ length }) => BYTES_A_FORM + length);
  return bodies.reduce((sum, it) => sum + it, 0) + BYTES_A_TEXT * head.length;
}
