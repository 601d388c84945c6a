import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from './answer/encoding';
import { entryOf } from './answer/entry';
import type { RenderContext } from './answer/finish';
import { preferencesOf } from './answer/client-preferences';
import { send, type Source } from './answer/send';
import type { Cache } from './cache';
import type { CacheEntry } from './cache/cache-entry';
import type { FindPlan, CacheablePlan } from './cache/plan';
import type { Drawing } from '@/server/origin/drawing';
import { sendRequest } from '@/server/origin/sent-request';
import { noteSource } from './log/source';
import { refuse } from './refuse';
import { setHeaders } from './set-headers';
import type { Supply } from './supply';
import { NobodyWaits, TooManyWaiting, type Turns } from './turns';

interface Responding {
  findPlan: FindPlan;
  drawing: Drawing;
  cache: Cache;
  /** For what is not in the cache. */
  supply: Supply;
  /** The queue that private responses are rendered in too. */
  turns: Turns;
  /** Whether each response names the version of the database that it is based on, for tests. */
  isStamped: boolean;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  headers: string[];
}

/** Responds to a request; `headers` are extra headers for this response: name, value, name, value … Synchronous if it comes from memory. */
export type Respond = (
  request: IncomingMessage,
  response: ServerResponse,
  headers?: string[],
) => void | Promise<void>;

/** Responds to requests, from memory if possible. */
export function respondWith(responding: Responding): Respond {
  const { findPlan, drawing, cache, supply, turns, isStamped } = responding;
  return (request, response, headers = []) => {
    const plan = findPlan(request);
    const exchange = { request, response, headers };
    if (plan.kind === 'cacheable') {
      const kept = cache.find(plan.key);
      return kept ? sendKept(plan, kept, 'hit', exchange) : sendDrawn(plan, exchange);
    }
    if (plan.kind === 'private') return sendPrivate(plan.context, exchange);
    setHeaders(response, [...headers, 'X-Cache', 'bypass']);
    noteSource(response, 'bypass');
    return drawing.stream(request, response);
  };

  async function sendDrawn(plan: CacheablePlan, exchange: Exchange): Promise<void> {
    const encoding = chooseEncoding(preferencesOf(exchange.request).encodings);
    const supplied = await unlessBusy(supply(plan, encoding, isThere(exchange)));
    if (!supplied) turnAway(exchange);
    // A response with a cookie or a nonce is for one client, but several may be waiting for this one.
    else if (supplied.kept.entry.isForOne) await sendPrivate(plan.context, exchange);
    else await sendKept(plan, supplied.kept, supplied.source, exchange);
  }

  function sendKept(
    { key }: CacheablePlan,
    kept: CacheEntry,
    source: Source,
    { request, response, headers }: Exchange,
  ): void | Promise<void> {
    const { entry, stamp } = kept;
    const extra = isStamped ? [...headers, 'X-Catalogue-Version', String(stamp)] : headers;
    const making = send({
      response,
      preferences: preferencesOf(request),
      entry,
      source,
      headers: extra,
    });
    return making?.then(() => {
      cache.grow(key, kept);
    });
  }

  /** Renders the client's own request, with all that it carries. */
  async function sendPrivate(context: RenderContext, exchange: Exchange): Promise<void> {
    const { request, response, headers } = exchange;
    const preferences = preferencesOf(request);
    const sent = await sendRequest(request, context.section === 'edit' ? 'edit' : 'whole');
    const work = () => drawing.answer(sent, context);
    const answer = await unlessBusy(turns.take(work, isThere(exchange)));
    if (!answer) turnAway(exchange);
    else await send({ response, preferences, entry: entryOf(answer), source: 'bypass', headers });
  }
}

const isThere =
  ({ response }: Exchange) =>
  () =>
    !response.destroyed;

/** Returns undefined if the work is not done because too many wait or, which no longer matters, because the client has disconnected. */
async function unlessBusy<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TooManyWaiting || error instanceof NobodyWaits) return undefined;
    throw error;
  }
}

function turnAway({ request, response, headers }: Exchange): void {
  setHeaders(response, [...headers, 'Retry-After', '1']);
  refuse(request, response, 503, 'Too many pages are being drawn; please come again.');
}
