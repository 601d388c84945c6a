import type { Chance } from '../random';
import { openReader, type Reader } from '../traffic/reader';
import { findFault } from './body';
import { repeat, type Scene } from './scene';

const word = ({ whole }: Chance) => whole(0, 1e9).toString(36);

/** URLs that nothing links to. */
const junk: ((chance: Chance) => string)[] = [
  (chance) => `/${word(chance)}/`,
  (chance) => `/${word(chance)}/${word(chance)}.php`,
  (chance) => `/packages/p/${word(chance)}/`,
  (chance) => `/grids/g/${word(chance)}/`,
  (chance) => `/packages/?page=${chance.whole(-5, 1e6)}`,
  (chance) => `/packages/?q=${word(chance)}`,
  (chance) => `/search/?q=${word(chance)}+${word(chance)}`,
  (chance) => `/grids/?${word(chance)}=${'x'.repeat(chance.whole(0, 4000))}`,
  (chance) => `/api/v4/packages/${word(chance)}/`,
  (chance) => `/api/v4/packages/?limit=${chance.whole(-5, 500)}&offset=${chance.whole(0, 1e5)}`,
  (chance) => `/feeds/packages/p/${word(chance)}/rss/`,
  (chance) => `/_next/static/chunks/${word(chance)}.js`,
  (chance) => `/%${word(chance)}/`,
];

/** A client that requests junk URLs, and pages with unknown parameters. */
export async function requestJunk(scene: Scene): Promise<void> {
  const reader = openReader(scene.port);
  await repeat(scene, 'junk', () => askOne(scene, reader));
  await reader.close();
}

async function askOne({ chance, pick, faults }: Scene, reader: Reader): Promise<void> {
  const known = chance.isLucky(0.3) ? pick() : undefined;
  const path =
    known === undefined
      ? chance.pick(junk)(chance)
      : `${known}${known.includes('?') ? '&' : '?'}${word(chance)}=${word(chance)}`;
  const reply = await reader.ask(path, { 'Accept-Encoding': 'gzip' });
  if (reply.status >= 500) faults.add(`junk ${path}: status ${reply.status}`);
  // Some parameters are API errors, but none of these.
  const fault = known === undefined || reply.status !== 200 ? undefined : findFault(path, reply);
  if (fault !== undefined) faults.add(`junk ${path}: ${fault}`);
  if (known !== undefined && reply.status !== 200) faults.add(`junk ${path}: ${reply.status}`);
}
