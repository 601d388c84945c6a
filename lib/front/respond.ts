import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer/answer';
import { entryOf } from './answer/entry';
import type { Finish, Question } from './answer/finish';
import { forgetReader, readerOf } from './answer/reader';
import { send, type Source } from './answer/send';
import type { Cache } from './cache';
import { TooManyWaiting } from './cache/flights';
import type { Kept } from './cache/kept';
import { planFor, type Plan, type Site } from './cache/plan';
import { capture, type Answerer } from './draw/capture';
import { ownRequest } from './draw/own-request';
import { noteSource } from './log/source';
import { refuse } from './refuse';
import { forgetScriptHeaders } from './script-headers';

interface Responding {
  site: Site;
  /** What draws: Next. */
  answer: Answerer;
  finish: Finish;
  cache: Cache;
  /** Whether each answer says of which state of the database it is, as tests want to know. */
  isStamped: boolean;
}

type SharedPlan = Extract<Plan, { kind: 'shared' }>;

/** Answers requests, from memory where that holds. */
export function respondWith({ site, answer, finish, cache, isStamped }: Responding): Answerer {
  const findPlan = planFor(site);
  return async (request, response) => {
    const plan = findPlan(request);
    if (plan.kind === 'shared') {
      await sendShared(plan, request, response);
    } else if (plan.kind === 'own') {
      await sendOwn(plan.question, request, response);
    } else {
      response.setHeader('X-Cache', 'bypass');
      noteSource(response, 'bypass');
      await answer(request, response);
    }
  };

  async function sendShared(plan: SharedPlan, request: IncomingMessage, response: ServerResponse) {
    const kept = cache.find(plan.key);
    if (kept) {
      await sendKept(plan, kept, 'hit', request, response);
      return;
    }
    const drawn = await draw(plan);
    if (!drawn) {
      response.setHeader('Retry-After', '1');
      refuse(request, response, 503, 'Too many pages are being drawn; please come again.');
    } else if (drawn.entry.headers['set-cookie']) {
      // That is meant for one, and many may wait for it.
      await sendOwn(plan.question, request, response);
    } else {
      await sendKept(plan, drawn, 'miss', request, response);
    }
  }

  async function draw({ key, host, question }: SharedPlan): Promise<Kept | undefined> {
    const { url, accept } = question;
    try {
      return await cache.draw(key, async () =>
        finish(await capture(answer, ownRequest({ url, accept, host })), question),
      );
    } catch (error) {
      if (error instanceof TooManyWaiting) return undefined;
      throw error;
    }
  }

  async function sendKept(
    { key }: SharedPlan,
    kept: Kept,
    source: Source,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const forms = kept.entry.forms.size;
    if (isStamped) response.setHeader('X-Catalogue-Version', kept.stamp);
    await send({ response, reader: readerOf(request), entry: kept.entry, source });
    if (kept.entry.forms.size !== forms) cache.grow(key, kept);
  }

  /** Of the client's own request, with all that it carries. */
  async function sendOwn(question: Question, request: IncomingMessage, response: ServerResponse) {
    const reader = readerOf(request);
    forgetReader(request);
    if (question.half !== 'edit') forgetScriptHeaders(request.headers);
    const own: Answer = finish(await capture(answer, request), question);
    await send({ response, reader, entry: entryOf(own), source: 'bypass' });
  }
}
