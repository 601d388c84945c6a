import { createHash } from 'node:crypto';
import type { Answer } from './answer';
import { encode, encodings, hasForms, type Encoding } from './encoding';

/** An answer that is ready to go out, any number of times. */
export interface Entry extends Answer {
  /** The head without what belongs to one form: name, value, name, value … */
  head: string[];
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
export function entryOf(answer: Answer): Entry {
  const { status, headers, body } = answer;
  const modified = Date.parse(String(headers['last-modified'] ?? ''));
  const isKeepable = !String(headers['cache-control'] ?? '').includes('no-store');
  return {
    ...answer,
    head: Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().flatMap((it) => [name, it]),
    ),
    forms: new Map([['identity', body]]),
    making: new Map(),
    encodings: hasForms(String(headers['content-type']), body) ? encodings : ['identity'],
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

/** A form of the body, made once for all who ask for it meanwhile. */
export function makeForm(entry: Entry, encoding: Encoding): Promise<Buffer> {
  const making = entry.making.get(encoding) ?? encodeInto(entry, encoding);
  entry.making.set(encoding, making);
  return making;
}

async function encodeInto(entry: Entry, encoding: Encoding): Promise<Buffer> {
  const { body, forms, making, headers } = entry;
  try {
    const form = await encode(body, encoding, String(headers['content-type']));
    forms.set(encoding, form);
    return form;
  } finally {
    making.delete(encoding);
  }
}

/** What it takes in memory, about. */
export function bytesOf({ forms, head }: Entry): number {
  const bodies = [...forms.values()].reduce((sum, { length }) => sum + length, 0);
  return bodies + head.reduce((sum, { length }) => sum + length, 0);
}
