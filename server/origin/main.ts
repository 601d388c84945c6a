import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { MOST_HEADER_BYTES } from '@/server/http/limits';
import { ROOT } from '@/lib/root';
import { settings } from '@/lib/settings';
import { cacheShareOf } from '@/server/http/cache/share';
import { channelTo } from '@/server/primary/channel';
import { divertStandardStreams, exitWhenWritten } from '@/server/log/standard-streams';
import { readMessageToOrigin } from '@/server/primary/messages';
import { socketOf, validatorSocketOf } from '@/server/primary/sockets';
import { HeldResponse } from './held-response';
import { openOrigin } from './open-origin';

/** An HTTP server on a Unix socket, which only the site's workers use. It renders responses and knows the queries behind each. */

divertStandardStreams();
const { PORT, SITE_URL, SOCKET_FOLDER = '' } = settings();
const number = Number(process.env['ORIGIN'] ?? 0);
const { handle, figures } = await openOrigin({
  folder: ROOT,
  port: PORT,
  address: SITE_URL,
  cacheBytes: cacheShareOf('origin'),
  traceBytes: cacheShareOf('validator'),
  validatorSocket: validatorSocketOf(SOCKET_FOLDER, number),
  restart: () => {
    exitWhenWritten(0);
  },
});

// Connections stay open, and requests take as long as they take: the other side is the site itself.
const server = createServer(
  {
    ServerResponse: HeldResponse,
    ...{ keepAliveTimeout: 0, requestTimeout: 0, maxHeaderSize: MOST_HEADER_BYTES },
  },
  (request, response) => {
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(`${request.url ?? ''}: ${String(error)}\n`);
      response.destroy();
    });
  },
);
const channel = channelTo(readMessageToOrigin);
channel.listen(({ kind }) => {
  if (kind === 'stop') exitWhenWritten(0);
  else channel.send({ kind: 'figures', figures: figures() });
});
// It ends after the workers, which need it until their last response. Signals may go to all processes at once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => {
  exitWhenWritten(0);
});
const socket = socketOf(SOCKET_FOLDER, number);
// One that was killed leaves its socket behind.
rmSync(socket, { force: true });
server.listen(socket, () => {
  channel.send({ kind: 'ready' });
});
