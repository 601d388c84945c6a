import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import next from 'next';
import { isOfApi } from './api-path';
import { readErrorDocuments } from './error-documents';
import { MOST_HEADER_BYTES, refusalOf } from './limits';
import { withPlainCommas } from './plain-commas';
import { rateLimit } from './rate-limit';
import { refuse } from './refuse';
import { frontResponse } from './response';
import { forgetScriptHeaders } from './script-headers';
import { answerUnreadable } from './unreadable';

interface FrontOptions {
  /** The folder of the project, whose `.next` holds the build. */
  folder: string;
  port: number;
  /** Requests to the API a minute and client; 0 for any number. */
  limit: number;
  /** The proxies whose X-Forwarded-For is believed. */
  trusted: string[];
}

interface Front {
  /** Takes no new requests, answers those under way, then resolves. */
  close: () => Promise<void>;
}

/** To draw a picture takes as long as some requests to the API. */
const PICTURE_COST = 5;

const isPicture = (url = '') => /\/opengraph\.png\/?(\?|$)/i.test(url);

/** Serves the built site: `node:http` in front of Next's request handler. Resolves once it listens. */
export async function startFront({ folder, port, limit, trusted }: FrontOptions): Promise<Front> {
  const site = next({ dir: folder, dev: false, port });
  await site.prepare();
  const answer = site.getRequestHandler();

  const count = rateLimit({ limit, trusted });
  const countPictures = rateLimit({ limit: Math.ceil(limit / PICTURE_COST), trusted });
  const options = {
    ServerResponse: frontResponse(readErrorDocuments(join(folder, '.next'))),
    maxHeaderSize: MOST_HEADER_BYTES,
  };
  const server = createServer(options, (request, response) => {
    void handle(request, response);
  });

  async function isTooMuch(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (isOfApi(request.url)) return count(request, response);
    return isPicture(request.url) && countPictures(request, response);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/' } = request;
    if (isOfApi(url)) forgetScriptHeaders(request.headers);
    const refusal = refusalOf(request);
    if (refusal) {
      refuse(request, response, refusal.status, refusal.reason);
    } else if (await isTooMuch(request, response)) {
      refuse(request, response, 429, 'Request was throttled.');
    } else {
      const address = withPlainCommas(url);
      if (address === undefined) await answer(request, response);
      else response.writeHead(301, { Location: address }).end();
    }
  }

  server.on('clientError', answerUnreadable);
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
