import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { siteVersions } from '@/db/version';
import type { Exchange } from './answer/send';
import { limitBody } from './body';
import { openCache } from './cache';
import { clientFinder } from './client';
import { closeServer } from './close';
import { guardConnections, serverTimes } from './connections';
import { fail } from './fail';
import { guardHeaders } from './guard-headers';
import { reportHealth } from './health/answer';
import { MOST_HEADER_BYTES, refusalOfHeaders } from './limits';
import { openLog } from '@/server/log';
import { logRequest } from '@/server/log/requests';
import { answerMethod } from './methods';
import { mostConnections } from './open-files';
import { openOrigins } from './origins';
import type { Channel } from '@/server/primary/channel';
import type { MessageToWorker } from '@/server/primary/messages';
import { openQueues } from './queues';
import { rateLimit } from './rate-limit';
import { refuse } from './refuse';
import { planWith } from './request-plan';
import { respondWith } from './respond';
import { watchResponses } from './responses';
import { sharedCounts } from './shared-counts';
import { readTargetWith } from './target';
import { answerUnreadable } from './unreadable';
import { openValidators } from './validators';
import { originForm } from './host';
import { readRoutes } from './read-routes';
import { readStaticFiles } from './static-files';

export interface ServerOptions {
  /** The project folder, whose `.next` contains the build. */
  folder: string;
  port: number;
  /** The URL of the site, if it has just one. */
  address: string | undefined;
  /** Maximum size of the cache in memory, in bytes. */
  cacheBytes: number;
  /** The folder of the origins' sockets, and how many there are. */
  origins: { folder: string; count: number };
  channel: Channel<MessageToWorker>;
  /** API requests per minute and client; 0 for no limit. */
  limit: number;
  /** The proxies whose X-Forwarded-For is believed. */
  trusted: string[];
  isLogged: boolean;
  /** Whether each response names the version of the database that it is based on, for tests. */
  isStamped: boolean;
}

/** An Open Graph image takes as long to render as this many API requests. */
const IMAGE_COST = 5;

/** A form counts as this many API requests: nobody sends one a second. */
const FORM_COST = 10;

/** Starts a worker's server. Resolves once it listens; `close` refuses new requests and finishes those in progress. */
export async function startServer(options: ServerOptions): Promise<{ close: () => Promise<void> }> {
  const { folder, port, address, channel, limit, trusted, isStamped } = options;
  const findRoute = readRoutes(join(folder, '.next'));
  const isStaticFile = readStaticFiles(folder);
  const plan = planWith({ findRoute, isStaticFile, SITE_URL: address, PORT: port });
  const readTarget = readTargetWith(plan, address && new URL(address).host);

  const origins = openOrigins(options.origins);
  const { cacheBytes: mostBytes } = options;
  const validate = openValidators(options.origins.folder, options.origins.count);
  const cache = openCache({ mostBytes, versions: siteVersions(), validate });
  const queues = openQueues();
  const findClient = clientFinder(trusted);
  const respond = respondWith({ cache, origins, queues, findClient, isStamped });
  const limitTo = (name: string, requests: number) =>
    rateLimit({ limit: requests, findClient, shared: sharedCounts(channel, name) });
  const limits = {
    api: limitTo('api', limit),
    images: limitTo('images', Math.ceil(limit / IMAGE_COST)),
    forms: limitTo('forms', Math.ceil(limit / FORM_COST)),
  };
  const traffic = { requests: 0 };
  const health = reportHealth({
    channel,
    origins,
    countOrigins: options.origins.count,
    countTraffic: () => ({ ...traffic, in_flight: open.size }),
    countCache: () => ({ ...cache.figures(), waiting: queues.pages.waiting() }),
  });
  const log = options.isLogged ? openLog() : undefined;

  /** The life of a request. Synchronous if the response comes from the cache. */
  function handle(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    request.url = originForm(request.url ?? '/');
    const exchange: Exchange = { request, response, headers: [] };
    const refusal = refusalOfHeaders(request);
    if (refusal) {
      refuse(request, response, refusal.status, refusal.reason);
      return;
    }
    const target = readTarget(request);
    if (target.refusal) {
      refuse(request, response, target.refusal.status, target.refusal.reason);
      return;
    }
    if (answerMethod(findRoute, request, response)) return;
    if (target.isHealth) return health(request, response);
    const counted = target.limit && limits[target.limit](request);
    if (counted) exchange.headers.push(...counted.headers);
    if (counted?.isOver) {
      refuse(request, response, 429, 'Request was throttled.', exchange.headers);
      return;
    }
    if (target.location !== undefined) {
      const headers = { Location: target.location, ...guardHeaders(request.url) };
      response.writeHead(301, headers).end();
      return;
    }
    return respond(target.plan, exchange);
  }

  // Node would reject a request without a host by itself, without an explanation.
  const bounds = { maxHeaderSize: MOST_HEADER_BYTES, requireHostHeader: false };
  const server = createServer({ ...bounds, ...serverTimes() }, (request, response) => {
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
