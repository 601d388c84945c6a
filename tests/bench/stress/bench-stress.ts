import { z } from 'zod';
import { ensureBuild } from '@/server/cli/build';
import { withCopy } from '../copy';
import { generatedCatalogue } from '../databases';
import { parseOptions, whole } from '../options';
import { judge } from '../judge';
import { MOST_MEGABYTES, runStress, WORKERS, type Stress } from './run-stress';

const stressOptions = z.object({
  seconds: whole(60),
  'kill-every': whole(10),
  'write-every': whole(2),
  seed: whole(2026),
});

/** Maximum number of failures listed. */
const NAMED = 10;

/** Runs the stress test, and returns whether the site passed. */
export async function benchStress(words: string[]): Promise<boolean> {
  const options = parseOptions(words, stressOptions);
  await ensureBuild();
  const { databasePath } = await generatedCatalogue();
  const stress = await withCopy(databasePath, (copy) =>
    runStress({
      databasePath: copy,
      seconds: options.seconds,
      killEvery: options['kill-every'],
      writeEvery: options['write-every'],
      seed: options.seed,
    }),
  );
  console.log(describe(stress));
  return judge(verdictsOf(stress));
}

function describe({ done, checks, faults }: Stress): string {
  const lines = Object.entries({ ...done, ...checks }).map(
    ([what, count]) => `  ${what}: ${count}`,
  );
  const named = faults.slice(0, NAMED).map(([fault, count]) => `  failed ${count} times: ${fault}`);
  return ['Under stress:', ...lines, ...named].join('\n');
}

function verdictsOf(stress: Stress): [string, boolean][] {
  const megabytes = stress.memory / 1024 ** 2;
  return [
    [`${stress.faults.length} failures, bound 0`, stress.faults.length === 0],
    [`${stress.kills} workers killed, ${stress.workers} at the end`, stress.workers === WORKERS],
    [`${stress.underWay} requests still in flight at the end`, stress.underWay === 0],
    [`${megabytes.toFixed(0)} MB peak, bound ${MOST_MEGABYTES} MB`, megabytes < MOST_MEGABYTES],
    ['clean exit', stress.isClean],
    [`processes or files left: ${stress.left.join(', ') || 'nothing'}`, stress.left.length === 0],
  ];
}
