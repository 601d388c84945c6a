import { copyFileSync, rmSync, statfsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ROOT } from '@/lib/root';
import { runNode } from '@/server/cli/child';
import { CommandError } from '@/server/cli/command-error';
import { generatedCatalogue, largeDatabase, shippedCatalogue } from './databases';

/** Each database in a separate process, since a process has one database. */
const program = fileURLToPath(new URL('./measure-search.ts', import.meta.url));

const LARGE = 1_000_000;

/** Disk space for the large database, a copy and the WAL while indexing, with a margin. */
const GIGABYTES = 15;

/** Times the search on three catalogues, and returns whether the bounds are met on the largest. */
export async function benchSearch(): Promise<boolean> {
  console.log(
    `Time of the queries and of changes within the process, without HTTP. Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'};
load of other programs before the run ${loadavg()[0]?.toFixed(1) ?? 'unknown'}.`,
  );
  const shipped = await shippedCatalogue();
  const generated = await generatedCatalogue();
  await measure(shipped.name, shipped.databasePath);
  await measure(generated.name, generated.databasePath);
  expectRoom();
  const large = await largeDatabase(LARGE);
  return measure('large', large, '--bounded');
}

/** Measures a copy, since updates are measured too. */
async function measure(name: string, databasePath: string, ...options: string[]): Promise<boolean> {
  const copy = `${databasePath}-measured`;
  copyFileSync(databasePath, copy);
  try {
    const status = await runNode(['--import', 'tsx', program, name, ...options], {
      DATABASE_PATH: copy,
    });
    if (status > 1) throw new CommandError(`The search of the ${name} catalogue was not timed.`);
    return status === 0;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
}

function expectRoom(): void {
  const { bavail, bsize } = statfsSync(ROOT);
  const free = (bavail * bsize) / 1e9;
  if (free > GIGABYTES) return;
  throw new CommandError(
    `The large database needs ${GIGABYTES} GB, and only ${free.toFixed(1)} GB are free.`,
  );
}
