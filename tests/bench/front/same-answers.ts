import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Running } from '../server';
import { askFound, type WholeAnswer } from './answer';
import type { Servers } from './servers';

const encodings = ['identity', 'gzip', 'br'];

/** Reports whether cached responses equal uncached ones, byte for byte, in every encoding. */
export async function areSame({ hit, miss }: Servers, paths: string[]): Promise<boolean> {
  const differences = new Map<string, string[]>();
  for (const path of paths) {
    for (const encoding of encodings) {
      const difference = await compare(hit, miss, path, encoding);
      if (difference === undefined) continue;
      differences.set(difference, [
        ...(differences.get(difference) ?? []),
        `${path} (${encoding})`,
      ]);
    }
  }
  const verdict = differences.size === 0 ? 'met' : 'missed';
  console.log(
    `Hits byte-equal to misses, ${paths.length} URLs in ${encodings.length} encodings: ${verdict}`,
  );
  for (const [difference, [first = '', ...others]] of differences) {
    console.log(`  ${difference}: ${first} and ${others.length} more`);
  }
  return differences.size === 0;
}

async function compare(hit: Running, miss: Running, path: string, encoding: string) {
  // The first of these may be a miss.
  await askFound(hit.port, path, encoding);
  const cached = await askFound(hit.port, path, encoding);
  const rendered = await askFound(miss.port, path, encoding);
  return differenceOf(cached, rendered);
}

function differenceOf(cached: WholeAnswer, rendered: WholeAnswer): string | undefined {
  if (cached.cache !== 'hit') return `X-Cache is "${cached.cache ?? ''}" instead of "hit"`;
  if (rendered.cache !== 'miss') return `X-Cache is "${rendered.cache ?? ''}" instead of "miss"`;
  if (!decoded(cached).equals(decoded(rendered))) return 'the bodies differ';
  if (!cached.body.equals(rendered.body)) return 'the bodies are equal, but compressed differently';
  return undefined;
}

function decoded({ encoding, body }: WholeAnswer): Buffer {
  if (encoding === 'gzip') return gunzipSync(body);
  return encoding === 'br' ? brotliDecompressSync(body) : body;
}
