import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { isOfApi } from './api-path';
import { fail } from './fail';
import { MOST_HEADER_BYTES, refusalOf } from './limits';
import { withPlainCommas } from './plain-commas';
import { rateLimit } from './rate-limit';
import { refuse } from './refuse';
import { openSite, type SiteOptions } from './site';
import { answerUnreadable } from './unreadable';

interface FrontOptions extends SiteOptions {
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
export async function startFront(options: FrontOptions): Promise<Front> {
  const { port, limit, trusted } = options;
  const { respond } = await openSite(options);

  const count = rateLimit({ limit, trusted });
  const countPictures = rateLimit({ limit: Math.ceil(limit / PICTURE_COST), trusted });
  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      fail(request, response, error);
    });
  });

  async function isTooMuch(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (isOfApi(request.url)) return count(request, response);
    return isPicture(request.url) && countPictures(request, response);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/' } = request;
    const refusal = refusalOf(request);
    if (refusal) {
      refuse(request, response, refusal.status, refusal.reason);
    } else if (await isTooMuch(request, response)) {
      refuse(request, response, 429, 'Request was throttled.');
    } else {
      const address = withPlainCommas(url);
      if (address === undefined) await respond(request, response);
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
