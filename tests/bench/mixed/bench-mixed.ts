import { z } from 'zod';
import { ensureBuild } from '@/server/cli/build';
import { SITE } from '@/server/cli/child';
import { withCopy } from '../copy';
import { generatedCatalogue } from '../databases';
import { NEXT_START } from '../front/programs';
import { judge } from '../judge';
import { parseOptions, whole } from '../options';
import { siteSettings, startServer } from '../server';
import { listAddresses } from '../traffic/addresses';
import { watchMemory } from '../traffic/memory';
import type { MixedReport } from './messages';
import { readMixed } from './readers';
import { describe, verdictsOf } from './verdict';

const SEED = 20_261_122;
const SECONDS_PER_WRITE = 5;

const mixedOptions = z.object({
  seconds: whole(60),
  'warm-up': whole(120),
  connections: whole(16),
});

/** Settings that make the server count requests and stamp responses; Next ignores them. */
const settings = { RATE_LIMIT: '9999999', REQUEST_LOG: 'on', VERSION_STAMP: 'on' };

/** The sites measured, by their names in the report. */
const programs = { front: SITE, 'next start': NEXT_START };

/** Simulates visitors of a changing site, with our server and with plain Next, and returns whether the bounds are met. */
export async function benchMixed(words: string[]): Promise<boolean> {
  const options = parseOptions(words, mixedOptions);
  await ensureBuild();
  const { databasePath } = await generatedCatalogue();
  const measure = (name: keyof typeof programs) =>
    withCopy(databasePath, (copy) => measureSite(programs[name], copy, options));
  const front = await measure('front');
  console.log(introduction(front.addresses, options));
  console.log(describe('front', front));
  const plain = await measure('next start');
  console.log(describe('next start', plain));
  return judge(verdictsOf(front, plain));
}

type Options = z.infer<typeof mixedOptions>;

export interface Mixed extends MixedReport {
  addresses: number;
  /** Peak memory of all processes of the site, in bytes. */
  memory: number;
}

async function measureSite(program: string[], databasePath: string, options: Options) {
  const site = await startServer(program, { ...siteSettings(databasePath), ...settings });
  const memory = watchMemory(site.processId);
  try {
    const addresses = await listAddresses(site.port);
    const report = await readMixed({
      port: site.port,
      databasePath,
      addresses,
      seed: SEED,
      connections: options.connections,
      warmUp: options['warm-up'],
      seconds: options.seconds,
      secondsPerWrite: SECONDS_PER_WRITE,
    });
    return { ...report, addresses: addresses.length, memory: memory.most() };
  } finally {
    memory.stop();
    await site.end();
  }
}

function introduction(addresses: number, { seconds, connections, ...rest }: Options): string {
  return `${addresses} addresses of the generated catalogue, requested by Zipf's law (exponent 1) over ${connections} connections for
${seconds} seconds, after ${rest['warm-up']} seconds of the same to warm up; a process changes a popular record every ${SECONDS_PER_WRITE} seconds. The front runs with its
usual settings, Next with one process, as it does by itself.\n`;
}
