import type { IncomingMessage, ServerResponse } from 'node:http';
import { entryOf } from './answer/entry';
import type { Question } from './answer/finish';
import { forgetReader, readerOf } from './answer/reader';
import { send, type Source } from './answer/send';
import type { Cache } from './cache';
import { NobodyWaits, TooManyWaiting } from './cache/flights';
import type { Kept } from './cache/kept';
import { planFor, type Plan, type Site } from './cache/plan';
import type { Drawing } from './draw/drawing';
import { noteSource } from './log/source';
import { refuse } from './refuse';
import { forgetScriptHeaders } from './script-headers';
import { setHeaders } from './set-headers';

interface Responding {
  site: Site;
  drawing: Drawing;
  cache: Cache;
  /** Whether each answer says of which state of the database it is, as tests want to know. */
  isStamped: boolean;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  headers: string[];
}

type SharedPlan = Extract<Plan, { kind: 'shared' }>;

/** Answers a request; `headers` are of this one answer: name, value, name, value … At once where it comes from memory. */
export type Respond = (
  request: IncomingMessage,
  response: ServerResponse,
  headers?: string[],
) => void | Promise<void>;

/** Answers requests, from memory where that holds. */
export function respondWith({ site, drawing, cache, isStamped }: Responding): Respond {
  const findPlan = planFor(site);
  return (request, response, headers = []) => {
    const plan = findPlan(request);
    const exchange = { request, response, headers };
    if (plan.kind === 'shared') {
      const kept = cache.find(plan.key);
      return kept ? sendKept(plan, kept, 'hit', exchange) : sendDrawn(plan, exchange);
    }
    if (plan.kind === 'own') return sendOwn(plan.question, exchange);
    setHeaders(response, [...headers, 'X-Cache', 'bypass']);
    noteSource(response, 'bypass');
    return drawing.stream(request, response);
  };

  async function sendDrawn(plan: SharedPlan, exchange: Exchange): Promise<void> {
    const { request, response, headers } = exchange;
    const drawn = await draw(plan, response);
    if (!drawn) {
      setHeaders(response, [...headers, 'Retry-After', '1']);
      refuse(request, response, 503, 'Too many pages are being drawn; please come again.');
    } else if (drawn.entry.headers['set-cookie']) {
      // That is meant for one, and many may wait for it.
      await sendOwn(plan.question, exchange);
    } else {
      await sendKept(plan, drawn, 'miss', exchange);
    }
  }

  /** Undefined where it is not drawn; to one who has gone it doesn't matter why. */
  async function draw(plan: SharedPlan, response: ServerResponse): Promise<Kept | undefined> {
    const { key, host, question } = plan;
    const { url, accept } = question;
    const work = () => drawing.draw({ url, accept, host }, question);
    try {
      return await cache.draw(key, work, () => !response.destroyed);
    } catch (error) {
      if (error instanceof TooManyWaiting || error instanceof NobodyWaits) return undefined;
      throw error;
    }
  }

  function sendKept(
    { key }: SharedPlan,
    kept: Kept,
    source: Source,
    { request, response, headers }: Exchange,
  ): void | Promise<void> {
    const { entry, stamp } = kept;
    const extra = isStamped ? [...headers, 'X-Catalogue-Version', String(stamp)] : headers;
    const making = send({ response, reader: readerOf(request), entry, source, headers: extra });
    return making?.then(() => {
      cache.grow(key, kept);
    });
  }

  /** Of the client's own request, with all that it carries. */
  async function sendOwn(question: Question, { request, response, headers }: Exchange) {
    const reader = readerOf(request);
    forgetReader(request);
    if (question.half !== 'edit') forgetScriptHeaders(request.headers);
    const entry = entryOf(await drawing.answer(request, question));
    await send({ response, reader, entry, source: 'bypass', headers });
  }
}
