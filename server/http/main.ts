import { ROOT } from '@/lib/root';
import { settings } from '@/lib/settings';
import { cacheShareOf } from './cache/share';
import { divertStandardStreams, exitWhenWritten } from '@/server/log/standard-streams';
import { channelTo } from '@/server/primary/channel';
import { readMessageToWorker } from '@/server/primary/messages';
import { startServer } from './server';

divertStandardStreams();
const { PORT, RATE_LIMIT, TRUSTED_PROXIES, REQUEST_LOG, SITE_URL } = settings();
const { WORKERS = 1, VERSION_STAMP, SOCKET_FOLDER = '' } = settings();
const channel = channelTo(readMessageToWorker);
const server = await startServer({
  folder: ROOT,
  port: PORT,
  address: SITE_URL,
  cacheBytes: cacheShareOf('worker'),
  origins: { folder: SOCKET_FOLDER, count: WORKERS },
  channel,
  limit: RATE_LIMIT,
  trusted: TRUSTED_PROXIES,
  isLogged: REQUEST_LOG,
  isStamped: VERSION_STAMP,
});

// Node ends a worker whose primary has exited.
channel.listen(({ kind }) => {
  if (kind === 'stop') void end();
});
// A signal may go to all processes at once, or to this one alone, which is then replaced.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
channel.send({ kind: 'ready' });

let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await server.close();
  exitWhenWritten(0);
}
