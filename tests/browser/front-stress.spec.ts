import { expect, test } from '@playwright/test';
import { withCopy } from '@/tests/bench/copy';
import { shippedCatalogue } from '@/tests/bench/databases';
import { MOST_MEGABYTES, runStress, WORKERS } from '@/tests/bench/stress/run-stress';

const SECONDS = 16;
const KILL_EVERY = 5;

/** Set STRESS_SEED to let other things happen than usual. */
const seed = Number(process.env['STRESS_SEED'] ?? 2026);

test(`${SECONDS} seconds of readers, changes, kills, junk and slow clients of seed ${seed} bring no wrong answer`, async () => {
  test.setTimeout(120_000);
  const { databasePath } = await shippedCatalogue();

  await withCopy(databasePath, async (copy) => {
    const { faults, kills, checks, workers, memory, isClean, left } = await runStress({
      databasePath: copy,
      seconds: SECONDS,
      killEvery: KILL_EVERY,
      writeEvery: 1,
      seed,
    });

    expect(faults).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(2);
    expect(checks.writes).toBeGreaterThan(SECONDS / 2);
    expect(checks.stamped).toBeGreaterThan(100);
    expect(checks.texts).toBeGreaterThan(0);
    expect(workers).toBe(WORKERS);
    expect(memory / 1024 ** 2).toBeLessThan(MOST_MEGABYTES);
    expect(isClean).toBe(true);
    expect(left).toEqual([]);
  });
});
