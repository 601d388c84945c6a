import { randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { IncomingMessage } from 'node:http';
import { knownTag } from '@/lib/http/validators';
import { streamedHeaders } from './next-headers';
import { chooseEncoding } from './answer/encoding';
import { entryOf } from './answer/entry';
import { cacheHeaders, isOpen, send, type Exchange } from './answer/send';
import { readBody } from './body';
import type { Cache, CacheEntry, Forward } from './cache';
import type { FindClient } from './client';
import { DisconnectedError, TooBusyError } from './fair-queue';
import type { OriginRequest, Origins } from './origins';
import { passedHeaders } from './passed-headers';
import type { Queues } from './queues';
import { refuse } from './refuse';
import type { RequestContext, RequestPlan } from './request-plan';
import { isOfApi } from '@/lib/http/url/api-path';

interface Responding {
  cache: Cache;
  origins: Origins;
  queues: Queues;
  findClient: FindClient;
  /** Whether each response names the version of the database that it is based on, for tests. */
  isStamped: boolean;
}

/** Responds to a request by its plan. Synchronous if the response comes from the cache. */
export type Respond = (plan: RequestPlan, exchange: Exchange) => void | Promise<void>;

export function respondWith(responding: Responding): Respond {
  const { cache, origins, queues, findClient, isStamped } = responding;

  const waiterOf = (exchange: Exchange) => ({
    client: findClient(exchange.request),
    isThere: () => isOpen(exchange),
  });

  return (plan, exchange) => {
    if (plan.kind !== 'cacheable') return unlessBusy(exchange, () => forward(plan, exchange));
    const kept = cache.find(plan.key);
    if (kept) return sendKept(plan.key, kept, 'hit', exchange);
    return unlessBusy(exchange, () => sendFetched(plan, exchange));
  };

  async function sendFetched(plan: RequestPlan, exchange: Exchange): Promise<void> {
    const { key, lane, context } = plan;
    const { host, accept } = exchange.request.headers;
    // A request of our own, so that a shared response depends on nothing else of the client that happened to be first.
    const sent = {
      method: 'GET',
      url: context.url,
      headers: passedHeaders({ host, accept }, 'whole'),
    };
    const ask = () => origins.fetch(key, sent);
    const fetched = await cache.fetch(key, ask, waiterOf(exchange), queues[lane].add);
    if (fetched.sharing === 'everyone' || fetched.sharing === 'waiting') {
      await sendKept(key, fetched.kept, fetched.forward, exchange);
    } else await sendPrivate(plan, exchange, fetched.sharing === 'none');
  }

  function sendKept(
    key: string,
    kept: CacheEntry,
    source: 'hit' | Forward,
    exchange: Exchange,
  ): void | Promise<void> {
    const { entry, stamp } = kept;
    if (isStamped) exchange.headers.push('X-Catalogue-Version', String(stamp));
    return send(exchange, entry, source)?.then(() => {
      cache.grow(key, kept);
    });
  }

  function forward(plan: RequestPlan, exchange: Exchange): Promise<void> {
    if (plan.kind === 'streamed') return stream(plan, exchange);
    return sendPrivate(plan, exchange, plan.context.section === 'edit');
  }

  /** Has the client's own request rendered. A page that keeps its scripts needs a nonce, which is known to its client alone. */
  async function sendPrivate(plan: RequestPlan, exchange: Exchange, hasNonce: boolean) {
    const { key, lane, context } = plan;
    const { request } = exchange;
    const sent = await wholeRequest(request, context, hasNonce);
    if (!sent) return;
    const { client, isThere } = waiterOf(exchange);
    const response = await queues[lane].add(client, () => origins.fetch(key, sent), isThere);
    if (response.headers['x-sharing'] === 'none' && !hasNonce) {
      await sendPrivate(plan, exchange, true);
    } else if (isOpen(exchange)) await send(exchange, entryOf(response), 'bypass');
  }

  /** Passes a response on as it is produced. */
  async function stream({ key, lane, context }: RequestPlan, exchange: Exchange): Promise<void> {
    const { request, response } = exchange;
    const { method = 'GET', url = '/', headers } = request;
    const sent = { method, url, headers: passedHeaders(headers, 'stream') };
    const { client, isThere } = waiterOf(exchange);
    const work = async () => {
      const source = await origins.stream(key, sent);
      if (isThere()) await pass(source, exchange, context).catch(() => response.destroy());
      else source.destroy();
    };
    await queues[lane].add(client, work, isThere);
  }
}

/** Returns the client's request with its body, as an origin gets it; undefined if the client disconnects before its end. */
async function wholeRequest(
  request: IncomingMessage,
  { section, isRead }: RequestContext,
  hasNonce: boolean,
): Promise<OriginRequest | undefined> {
  const { method = 'GET', url = '/', headers } = request;
  const passed = passedHeaders(headers, section === 'edit' ? 'edit' : 'whole');
  if (hasNonce) {
    const nonce = randomBytes(16).toString('base64');
    passed['content-security-policy'] = `script-src 'nonce-${nonce}'`;
  }
  const read = { method: 'GET', url, headers: passed };
  if (isRead) return read;
  const body = await readBody(request);
  return body && { ...read, method, body };
}

async function pass(source: IncomingMessage, exchange: Exchange, { url }: RequestContext) {
  const { request, response, headers } = exchange;
  const { headers: asked } = request;
  const isGzip = isOfApi(url) && chooseEncoding(asked['accept-encoding']) !== 'identity';
  const head = streamedHeaders(source.headers, url);
  if (isOfApi(url)) head['vary'] = [head['vary'] ?? [], 'Accept-Encoding'].flat().join(', ');
  if (isGzip) head['content-encoding'] = 'gzip';
  const more = [...headers, ...cacheHeaders(exchange, 'bypass')];
  const conditions = { tags: asked['if-none-match'], since: asked['if-modified-since'] };
  const modifiedAt = Date.parse(source.headers['last-modified'] ?? '');
  const etag = source.headers.etag ?? '';
  const isKnown = knownTag(conditions, { etags: [etag], modifiedAt }) !== undefined;
  if (source.statusCode === 200 && isKnown) {
    source.destroy();
    response.writeHead(304, [...listOf(head), ...more]).end();
    return;
  }
  response.writeHead(source.statusCode ?? 500, [...listOf(head), ...more]);
  await (isGzip ? pipeline(source, createGzip(), response) : pipeline(source, response));
}

const listOf = (headers: Record<string, string | string[]>) =>
  Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((it) => [name, it]));

async function unlessBusy(exchange: Exchange, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DisconnectedError) return;
    if (!(error instanceof TooBusyError)) throw error;
    const { request, response, headers } = exchange;
    const reason = 'Too many pages are being rendered; please try again.';
    if (isOpen(exchange)) refuse(request, response, 503, reason, [...headers, 'Retry-After', '1']);
  }
}
