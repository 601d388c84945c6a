import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from './answer/encoding';
import { entryOf } from './answer/entry';
import type { Question } from './answer/finish';
import { forgetReader, readerOf } from './answer/reader';
import { send, type Source } from './answer/send';
import type { Cache } from './cache';
import type { Kept } from './cache/kept';
import type { FindPlan, SharedPlan } from './cache/plan';
import type { Drawing } from './draw/drawing';
import { sendRequest } from './draw/sent-request';
import { noteSource } from './log/source';
import { refuse } from './refuse';
import { forgetScriptHeaders } from './script-headers';
import { setHeaders } from './set-headers';
import type { Supply } from './supply';
import { NobodyWaits, TooManyWaiting, type Turns } from './turns';

interface Responding {
  findPlan: FindPlan;
  drawing: Drawing;
  cache: Cache;
  /** For what the cache does not hold. */
  supply: Supply;
  /** In which answers for one alone are drawn too. */
  turns: Turns;
  /** Whether each answer says of which state of the database it is, as tests want to know. */
  isStamped: boolean;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  headers: string[];
}

/** Answers a request; `headers` are of this one answer: name, value, name, value … At once where it comes from memory. */
export type Respond = (
  request: IncomingMessage,
  response: ServerResponse,
  headers?: string[],
) => void | Promise<void>;

/** Answers requests, from memory where that holds. */
export function respondWith(responding: Responding): Respond {
  const { findPlan, drawing, cache, supply, turns, isStamped } = responding;
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
    const encoding = chooseEncoding(readerOf(exchange.request).encodings);
    const supplied = await unlessBusy(supply(plan, encoding, isThere(exchange)));
    if (!supplied) turnAway(exchange);
    // That is meant for one, and many may wait for it.
    else if (supplied.kept.entry.setsCookie) await sendOwn(plan.question, exchange);
    else await sendKept(plan, supplied.kept, supplied.source, exchange);
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
  async function sendOwn(question: Question, exchange: Exchange): Promise<void> {
    const { request, response, headers } = exchange;
    const reader = readerOf(request);
    forgetReader(request);
    if (question.half !== 'edit') forgetScriptHeaders(request.headers);
    const sent = await sendRequest(request);
    const work = () => drawing.answer(sent, question);
    const answer = await unlessBusy(turns.take(work, isThere(exchange)));
    if (!answer) turnAway(exchange);
    else await send({ response, reader, entry: entryOf(answer), source: 'bypass', headers });
  }
}

const isThere =
  ({ response }: Exchange) =>
  () =>
    !response.destroyed;

/** Undefined for what is not done, since too many wait; to one who has gone it doesn't matter why. */
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
