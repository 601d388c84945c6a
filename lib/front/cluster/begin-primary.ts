import { availableParallelism } from 'node:os';
import { checkpoint } from '@/db/checkpoint';
import { settings } from '@/lib/settings';
import { runPrimary } from './primary';

const { PORT, WORKERS: count = availableParallelism() } = settings();
const { stop, ended } = runPrimary({
  count,
  environment: { WORKERS: String(count) },
  whenReady: () => {
    console.log(`Packgrid serves http://localhost:${PORT}`);
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);

if ((await ended) === 'failed') {
  console.error('No process of the site could start; the reason stands above.');
  process.exit(1);
}
try {
  checkpoint();
} catch (error) {
  console.error(`The log of the database stays as it is: ${String(error)}`);
}
process.exit(0);
