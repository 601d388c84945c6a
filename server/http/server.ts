import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { isOfApi } from './api-path';
import { limitBody } from './body';
import { closeServer } from './close';
import { channel } from './cluster/channel';
import { guardConnections, serverTimes } from './connections';
import { fail } from './fail';
import { guardHeaders } from './guard-headers';
import { isHealth, reportHealth } from './health/answer';
import { originForm, setHost } from './host';
import { MOST_HEADER_BYTES, refusalOf } from './limits';
import { openLog } from './log';
import { logRequest } from './log/requests';
import { answerMethod } from './methods';
import { mostConnections } from './open-files';
import { withPlainCommas } from './plain-commas';
import { rateLimit } from './rate-limit';
import { refuse } from './refuse';
import { watchResponses } from './responses';
import { readRoutes } from './routes';
import { setHeaders } from './set-headers';
import { sharedCounts } from './shared-counts';
import { openSite, type SiteOptions } from './site';
import { answerUnreadable } from './unreadable';

interface FrontOptions extends SiteOptions {
  /** API requests per minute and client; 0 for no limit. */
  limit: number;
  /** The proxies whose X-Forwarded-For is believed. */
  trusted: string[];
  isLogged: boolean;
}

interface Front {
  /** Refuses new requests, finishes those in progress, then resolves. */
  close: () => Promise<void>;
}

/** Rendering an Open Graph image takes as long as this many API requests. */
const PICTURE_COST = 5;

const isPicture = (url = '') => /\/opengraph\.png\/?(\?|$)/i.test(url);

/** Serves the built site: `node:http` in front of Next's request handler. Resolves once it listens. */
export async function startFront(options: FrontOptions): Promise<Front> {
  const { folder, port, limit, trusted, isLogged } = options;
  const findRoute = readRoutes(join(folder, '.next'));
  const { respond, figures, renderPage } = await openSite(options, findRoute);

  const count = rateLimit({ limit, trusted, shared: sharedCounts(channel, 'api') });
  const countPictures = rateLimit({
    limit: Math.ceil(limit / PICTURE_COST),
    trusted,
    shared: sharedCounts(channel, 'pictures'),
  });
  const traffic = { requests: 0 };
  const countTraffic = () => ({ ...traffic, inFlight: open.size });
  const health = reportHealth(channel, countTraffic, figures, renderPage);
  const log = isLogged ? openLog() : undefined;
  const siteHost = options.address === undefined ? undefined : new URL(options.address).host;
  // Node would reject a request without a host by itself, without an explanation.
  const bounds = {
    ...{ maxHeaderSize: MOST_HEADER_BYTES, requireHostHeader: false },
    ...serverTimes(),
  };
  const server = createServer(bounds, (request, response) => {
    traffic.requests += 1;
    if (log) logRequest(log, request, response);
    limitBody(request, response);
    try {
      handle(request, response)?.catch((error: unknown) => {
        fail(request, response, error);
      });
    } catch (error) {
      fail(request, response, error);
    }
  });
  const open = watchResponses(server);

  function countFor(request: IncomingMessage) {
    if (isOfApi(request.url)) return count(request);
    return isPicture(request.url) ? countPictures(request) : undefined;
  }

  /** Responses from memory are sent synchronously: a promise would take longer than the sending. */
  function handle(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    const url = originForm(request.url ?? '/');
    request.url = url;
    const refusal = refusalOf(request);
    if (refusal) {
      refuse(request, response, refusal.status, refusal.reason);
      return;
    }
    setHost(request, siteHost);
    if (answerMethod(findRoute, request, response)) return;
    if (isHealth(url)) return health(request, response);
    const standing = countFor(request);
    if (standing?.isOver) {
      setHeaders(response, standing.headers);
      refuse(request, response, 429, 'Request was throttled.');
      return;
    }
    const address = withPlainCommas(url);
    if (address === undefined) return respond(request, response, standing?.headers);
    response.writeHead(301, { Location: address, ...guardHeaders(url) }).end();
  }

  guardConnections(server, mostConnections());
  server.on('clientError', answerUnreadable);
  server.listen(port);
  await once(server, 'listening');

  return {
    close: async () => {
      await closeServer(server, open);
      await log?.close();
    },
  };
}
