import cluster from 'node:cluster';
import { join } from 'node:path';
import { settings } from '@/lib/settings';
import { openPeers } from '../peers';
import { startFront } from '../server';
import { line } from './line';

const { PORT, RATE_LIMIT, TRUSTED_PROXIES, REQUEST_LOG, SITE_URL } = settings();
const { WORKERS = 1, CACHE_MEGABYTES, VERSION_STAMP } = settings();
const front = await startFront({
  folder: join(import.meta.dirname, '..', '..', '..'),
  port: PORT,
  limit: RATE_LIMIT,
  trusted: TRUSTED_PROXIES,
  isLogged: REQUEST_LOG,
  address: SITE_URL,
  // Each keeps what it is asked for itself.
  cacheBytes: Math.floor((CACHE_MEGABYTES * 2 ** 20) / WORKERS),
  peers: openPeers(line, cluster.worker?.id ?? 0),
  isStamped: VERSION_STAMP,
});

// Without its primary a worker ends at once: Node sees to that.
line.listen(({ kind }) => {
  if (kind === 'stop') void end();
});
// A signal may go to all processes at once, or to this one alone, which then gets a successor.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await front.close();
  process.exit(0);
}
