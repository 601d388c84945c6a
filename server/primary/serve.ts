import { availableParallelism } from 'node:os';
import { checkpoint } from '@/db/checkpoint';
import { settings } from '@/lib/settings';
import { now } from '@/lib/time';
import { runSite } from './run-site';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Serves the built site until a signal asks this process to stop, and resolves to its exit status. `environment` is for the processes of
 * the site; `onStoppable` gets the function that stops it.
 */
export async function serveSite(
  environment: Partial<Record<string, string>> = {},
  onStoppable: (stop: () => void) => void = () => undefined,
): Promise<number> {
  const { PORT, WORKERS = availableParallelism(), STARTED_AT = now() } = settings();
  const { stop, ended } = runSite({
    count: WORKERS,
    environment: { ...environment, STARTED_AT: String(STARTED_AT) },
    onReady: () => {
      process.stdout.write(`Packgrid is running at http://localhost:${PORT}\n`);
    },
  });
  // A signal may come more than once: to all processes of a group, and from those that pass it on.
  for (const signal of signals) process.on(signal, stop);
  onStoppable(stop);
  if ((await ended) === 'failed') {
    process.stderr.write('The site could not start; see the output above.\n');
    return 1;
  }
  tidyDatabase();
  return 0;
}

function tidyDatabase(): void {
  try {
    checkpoint();
  } catch (error) {
    process.stderr.write(`The database's WAL could not be checkpointed: ${String(error)}\n`);
  }
}
