import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { ownBuffer } from '../bytes';

/** The forms of a body on the wire; where a client takes several alike, it gets the first. */
export const encodings = ['br', 'gzip', 'identity'] as const;

export type Encoding = (typeof encodings)[number];

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const decompressors = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };

/** Of 11; above it takes many times as long for some hundredths less. */
const BROTLI_QUALITY = 5;

/** For files that stay the same as long as the site is not built anew: a tenth of a second for a tenth less. */
const BROTLI_BEST = 11;

const LASTING = /^(text\/css|(text|application)\/javascript)/;

/** Up to so many bytes gzip is done here and now, within half a millisecond: to hand it to another thread takes longer than that. */
const MOST_AT_ONCE = 64 * 1024;

/** Makes a form of a body. What takes long is done away from this thread. */
export async function encode(body: Buffer, encoding: Encoding, type = ''): Promise<Buffer> {
  if (encoding === 'identity') return body;
  return ownBuffer(await (encoding === 'gzip' ? toGzip(body) : toBrotli(body, type)));
}

/** The body that a form was made of. */
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

/** Less is not worth the while, as a packet takes it in any case. */
const FEWEST_BYTES = 600;

const COMPRESSIBLE =
  /^(text\/|image\/svg\+xml|application\/(json|javascript|xml|manifest\+json|[\w.-]+\+(json|xml)))/;

/** Whether a body is to be had in forms. */
export function hasForms(type: string, body: Buffer): boolean {
  return body.length >= FEWEST_BYTES && COMPRESSIBLE.test(type);
}

/** What programs send in this header is nearly always one of a few texts. */
const chosen = new LRUCache<string, Encoding>({ max: 200 });

/** The form that a client likes best, by its Accept-Encoding (RFC 9110, section 12.5.3). */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity';
  const known = chosen.get(accepted);
  if (known !== undefined) return known;
  const found = bestOf(accepted);
  chosen.set(accepted, found);
  return found;
}

function bestOf(accepted: string): Encoding {
  const weights = new Map(accepted.split(',').map(readWeight));
  const any = weights.get('*') ?? 0;
  const weightOf = (it: Encoding) =>
    weights.get(it) ?? (it === 'identity' ? Number.MIN_VALUE : any);
  const best = encodings.reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a));
  // Who takes nothing at all gets it plain.
  return weightOf(best) > 0 ? best : 'identity';
}

function readWeight(text: string): [string, number] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((it) => it.startsWith('q='))?.slice(2);
  const q = weight === undefined ? 1 : Number(weight);
  return [name, q >= 0 && q <= 1 ? q : 0];
}
