import { expect, test } from '@playwright/test';
import { shippedCatalogue } from '@/tests/bench/databases';
import { seeded } from '@/tests/bench/random';
import { withServer } from '@/tests/bench/server';
import { isWhole } from '@/tests/tools/extent';
import { residentBytes } from '@/tests/tools/processes';
import { ask, type Question } from './contract/ask';
import { findFault } from './fuzz/judge';
import { randomQuestion } from './fuzz/questions';

const REQUESTS = isWhole ? 2_000 : 150;
const AT_ONCE = 4;
const MEBIBYTE = 1024 * 1024;

/** Maximum memory of the server after the first round, and maximum growth after two more rounds of the same requests. */
const MOST_MEMORY = 640 * MEBIBYTE;
const MOST_GROWTH = 250 * MEBIBYTE;

/** Otherwise the memory would be spread over several workers. */
const ONE_PROCESS = { WORKERS: '1' };

/** Maximum seconds for all three rounds, on two slow cores. */
const MOST_SECONDS = 240;

/** Set API_FUZZ_SEED to send other requests. */
const seed = Number(process.env['API_FUZZ_SEED'] ?? 20_261_121);

/** Sends all requests, some concurrently, and returns what was wrong with the responses. */
async function faultsOf(port: number, questions: Question[]): Promise<string[]> {
  const rest = questions.values();
  const faults: string[] = [];
  const work = async () => {
    for (const question of rest) {
      const fault = await ask(port, question).then(
        (answer) => findFault(question, answer),
        (error: unknown) => String(error),
      );
      if (fault !== undefined) faults.push(`${fault}: ${JSON.stringify(question).slice(0, 400)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults;
}

test(`${REQUESTS} random requests (seed ${seed}) break nothing, and every error is JSON`, async () => {
  test.setTimeout(300_000);
  const { databasePath } = await shippedCatalogue();
  const chance = seeded(seed);
  const questions = Array.from({ length: REQUESTS }, () => randomQuestion(chance));

  await withServer(
    databasePath,
    async (port, processId) => {
      const begin = performance.now();
      const faults = await faultsOf(port, questions);
      const warm = residentBytes(processId);
      faults.push(...(await faultsOf(port, questions)), ...(await faultsOf(port, questions)));
      const growth = residentBytes(processId) - warm;
      const seconds = (performance.now() - begin) / 1000;
      report({ warm: warm / MEBIBYTE, growth: growth / MEBIBYTE, seconds });

      expect(faults).toEqual([]);
      expect(warm).toBeLessThan(MOST_MEMORY);
      expect(growth).toBeLessThan(MOST_GROWTH);
      expect(seconds).toBeLessThan(MOST_SECONDS);
    },
    ONE_PROCESS,
  );
});

/** Adds details to the test report. */
function report(figures: Record<string, number>) {
  for (const [type, figure] of Object.entries(figures))
    test.info().annotations.push({ type, description: figure.toFixed(1) });
}
