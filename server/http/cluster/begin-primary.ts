import { availableParallelism } from 'node:os';
import { checkpoint } from '@/db/checkpoint';
import { settings } from '@/lib/settings';
import { now } from '@/lib/time';
import { exitWhenWritten } from '../log/standard-streams';
import { runPrimary } from './primary';

const { PORT, WORKERS: count = availableParallelism(), STARTED_AT = now() } = settings();
const { stop, ended } = runPrimary({
  count,
  environment: { WORKERS: String(count), STARTED_AT: String(STARTED_AT) },
  whenReady: () => {
    console.log(`Packgrid serves http://localhost:${PORT}`);
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);

if ((await ended) === 'failed') {
  console.error('No process of the site could start; the reason stands above.');
  exitWhenWritten(1);
} else {
  tidyDatabase();
  exitWhenWritten(0);
}

function tidyDatabase(): void {
  try {
    checkpoint();
  } catch (error) {
    console.error(`The log of the database stays as it is: ${String(error)}`);
  }
}
