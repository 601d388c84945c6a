import cluster from 'node:cluster';
import { ROOT } from '@/lib/root';
import { settings } from '@/lib/settings';
import { exitWhenWritten } from '../log/standard-streams';
import { openPeers } from '../peers';
import { startFront } from '../server';
import { channel } from './channel';

const { PORT, RATE_LIMIT, TRUSTED_PROXIES, REQUEST_LOG, SITE_URL } = settings();
const { WORKERS = 1, CACHE_MEGABYTES, VERSION_STAMP } = settings();
const front = await startFront({
  folder: ROOT,
  port: PORT,
  limit: RATE_LIMIT,
  trusted: TRUSTED_PROXIES,
  isLogged: REQUEST_LOG,
  address: SITE_URL,
  // Each worker caches its own share.
  cacheBytes: Math.floor((CACHE_MEGABYTES * 2 ** 20) / WORKERS),
  peers: openPeers(channel, cluster.worker?.id ?? 0),
  isStamped: VERSION_STAMP,
});

// Without its primary, a worker exits immediately: Node sees to that.
channel.listen(({ kind }) => {
  if (kind === 'stop') void end();
});
// A signal may go to all processes at once, or to this one alone, which is then replaced.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await front.close();
  exitWhenWritten(0);
}
