import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Running } from '../server';
import { askFound, type WholeAnswer } from './answer';
import type { Servers } from './servers';

const encodings = ['identity', 'gzip', 'br'];

/** Says whether each answer from the cache is that of the front without one, byte by byte, in every encoding. */
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
    `Hits byte-equal to misses, ${paths.length} addresses in ${encodings.length} encodings: ${verdict}`,
  );
  for (const [difference, [first = '', ...others]] of differences) {
    console.log(`  ${difference}: ${first} and ${others.length} more`);
  }
  return differences.size === 0;
}

async function compare(hit: Running, miss: Running, path: string, encoding: string) {
  // The first of these may itself be a miss.
  await askFound(hit.port, path, encoding);
  const kept = await askFound(hit.port, path, encoding);
  const drawn = await askFound(miss.port, path, encoding);
  return differenceOf(kept, drawn);
}

function differenceOf(kept: WholeAnswer, drawn: WholeAnswer): string | undefined {
  if (kept.cache !== 'hit') return `it says "${kept.cache ?? 'nothing'}" in place of "hit"`;
  if (drawn.cache !== 'miss') return `it says "${drawn.cache ?? 'nothing'}" in place of "miss"`;
  if (!decoded(kept).equals(decoded(drawn))) return 'the bodies differ';
  if (!kept.body.equals(drawn.body)) return 'the bodies are the same, but compressed in other ways';
  return undefined;
}

function decoded({ encoding, body }: WholeAnswer): Buffer {
  if (encoding === 'gzip') return gunzipSync(body);
  return encoding === 'br' ? brotliDecompressSync(body) : body;
}
