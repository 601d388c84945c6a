import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** Content encodings, in order of preference if a client accepts several equally. */
export const encodings = ['br', 'gzip', 'identity'] as const;

export type Encoding = (typeof encodings)[number];

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const decompressors = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };

/** Of 11; higher levels take many times as long and save only a few percent. */
const BROTLI_QUALITY = 5;

/** For files that change only with a build: a tenth of a second to save a tenth of the size. */
const BROTLI_BEST = 11;

const LASTING = /^(text\/css|(text|application)\/javascript)/;

/** Maximum number of bytes to gzip synchronously, which takes under half a millisecond: handing it to another thread takes longer. */
const MOST_AT_ONCE = 64 * 1024;

/** Encodes a body; slow work is done off this thread. */
export async function encode(body: Buffer, encoding: Encoding, type = ''): Promise<Buffer> {
  if (encoding === 'identity') return body;
  return ownBuffer(await (encoding === 'gzip' ? toGzip(body) : toBrotli(body, type)));
}

/** Decodes an encoded body. */
export async function decode(form: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'identity' ? form : ownBuffer(await decompressors[encoding](form));
}

const toGzip = (body: Buffer) => (body.length > MOST_AT_ONCE ? compressGzip(body) : gzipSync(body));

function toBrotli(body: Buffer, type: string): Promise<Buffer> {
  const quality = LASTING.test(type) ? BROTLI_BEST : BROTLI_QUALITY;
  return compressBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** Minimum size worth compressing, in bytes: anything smaller takes one packet anyway. */
const FEWEST_BYTES = 600;

const COMPRESSIBLE =
  /^(text\/|image\/svg\+xml|application\/(json|javascript|xml|manifest\+json|[\w.-]+\+(json|xml)))/;

/** Whether a body is worth offering in several encodings. */
export function hasForms(type: string, body: Buffer): boolean {
  return body.length >= FEWEST_BYTES && COMPRESSIBLE.test(type);
}

/** Cached results; clients nearly always send one of a few values. */
const chosen = new LRUCache<string, Encoding>({ max: 200 });

/** Returns the encoding that a client prefers by its Accept-Encoding (RFC 9110, section 12.5.3). */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity';
  const known = chosen.get(accepted);
  if (known !== undefined) return known;
  const found = bestOf(accepted);
  chosen.set(accepted, found);
  return found;
}

/** A client that accepts nothing gets it unencoded. */
function bestOf(accepted: string): Encoding {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const [best] = negotiator.encodings([...encodings], { preferred: [...encodings] });
  return encodings.find((encoding) => encoding === best) ?? 'identity';
}

/** Copies a buffer for keeping: those from zlib are often small slices of large allocations, which they would keep alive. */
const ownBuffer = (buffer: Uint8Array): Buffer => Buffer.from(new Uint8Array(buffer).buffer);
