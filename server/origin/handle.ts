import type { IncomingMessage, RequestListener } from 'node:http';
import type { PlanRequest, RequestPlan } from '@/server/http/request-plan';
import type { HeldResponse } from './held-response';
import type { Render } from './render';
import { tagOf, type Renders, type Valid } from './renders';

interface Handling {
  plan: PlanRequest;
  render: Render;
  renders: Renders;
  next: RequestListener;
  /** Whether another file has taken the place of the database. */
  isReplaced: () => boolean;
  /** Ends this process, which has the old file open; its successor opens the new one. */
  restart: () => void;
}

type Handle = (request: IncomingMessage, response: HeldResponse) => Promise<void>;

/** The name of the header that tells the cache who may get a response: see `Sharing`. */
export const SHARING = 'x-sharing';

/** Handles a request of a worker. */
export function handleWith(handling: Handling): Handle {
  const { plan: planRequest, render, renders, next, isReplaced, restart } = handling;
  const flights = new Map<string, { version: number; result: Promise<Valid> }>();

  return async (request, response) => {
    if (isReplaced()) {
      restart();
      return;
    }
    const plan = planRequest(request);
    if (plan.kind === 'streamed') {
      await next(request, response);
      return;
    }
    const conditions = takeConditions(request);
    if (plan.kind === 'private') {
      const { finished } = await render(request, response, plan.context);
      send(response, { finished, tag: tagOf(finished), age: 0 });
      return;
    }
    const known = conditions.control === 'no-cache' ? undefined : renders.find(plan.key);
    if (known && known.tag === conditions.tag) {
      response.writeHead(304, { age: String(known.age) }).end();
    } else if (known?.finished) {
      send(response, known);
    } else if (conditions.control === 'only-if-cached') {
      response.writeHead(504).end();
    } else {
      send(response, await renderOnce(request, response, plan));
    }
  };

  /** Request coalescing between workers. A render that began before the last commit is not joined. */
  async function renderOnce(
    request: IncomingMessage,
    response: HeldResponse,
    { key, context }: RequestPlan,
  ): Promise<Valid> {
    const version = renders.version();
    const flight = flights.get(key);
    const own = () => renders.render(key, () => render(request, response, context));
    // The other's connection may be closed, which ends its render.
    if (flight?.version === version) return flight.result.catch(own);
    const begun = { version, result: own() };
    flights.set(key, begun);
    try {
      return await begun.result;
    } finally {
      if (flights.get(key) === begun) flights.delete(key);
    }
  }
}

/** Takes out of a request what only the cache and this origin understand. Next has its own idea of these headers. */
function takeConditions({ headers }: IncomingMessage) {
  const conditions = { tag: headers['if-none-match'], control: headers['cache-control'] };
  delete headers['if-none-match'];
  delete headers['cache-control'];
  return conditions;
}

function send(response: HeldResponse, { finished, tag, age }: Valid): void {
  if (!finished) throw new Error('There is no response to send.');
  const { status, headers, body, sharing } = finished;
  response.writeHead(status, { ...headers, [SHARING]: sharing, etag: tag, age: String(age) });
  response.end(body);
}
