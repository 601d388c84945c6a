import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import next from 'next';
import { readErrorDocuments } from './error-documents';
import { withPlainCommas } from './plain-commas';
import { frontResponse } from './response';

interface FrontOptions {
  /** The folder of the project, whose `.next` holds the build. */
  folder: string;
  port: number;
}

interface Front {
  /** Takes no new requests, answers those under way, then resolves. */
  close: () => Promise<void>;
}

/** Serves the built site: `node:http` in front of Next's request handler. Resolves once it listens. */
export async function startFront({ folder, port }: FrontOptions): Promise<Front> {
  const site = next({ dir: folder, dev: false, port });
  await site.prepare();
  const answer = site.getRequestHandler();

  const documents = readErrorDocuments(join(folder, '.next'));
  const server = createServer({ ServerResponse: frontResponse(documents) }, (request, response) => {
    if (!isWellFormed(request.url)) {
      refuse(request, response);
      return;
    }
    const address = withPlainCommas(request.url ?? '');
    if (address === undefined) void answer(request, response);
    else response.writeHead(301, { Location: address }).end();
  });
  server.listen(port);
  await once(server, 'listening');

  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Whether a path can be decoded; Next would answer one that can't, such as `/%ff/`, as a fault of its own. */
function isWellFormed(url = '/'): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

const REASON = 'The path of this address is not percent-encoded UTF-8.';

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const isOfApi = request.url?.startsWith('/api/') === true;
  response.writeHead(400, {
    'Content-Type': isOfApi ? 'application/json' : 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(isOfApi ? JSON.stringify({ detail: REASON }) : `${REASON}\n`);
}
