import type { IncomingMessage } from 'node:http';
import type { PlanRequest, RequestPlan } from '@/server/http/request-plan';
import type { HeldResponse } from './held-response';
import type { NextHandler, Render as RenderResponse } from './render';
import type { Render, Renders } from './renders';

interface Handling {
  plan: PlanRequest;
  render: RenderResponse;
  renders: Renders;
  next: NextHandler;
  /** Whether another file has taken the place of the database. */
  isReplaced: () => boolean;
  /** Ends this process, which has the old file open; its replacement opens the new one. */
  restart: () => void;
}

type Handle = (request: IncomingMessage, response: HeldResponse) => Promise<void>;

/** Handles a request of a worker. */
export function handleWith(handling: Handling): Handle {
  const { plan: planRequest, render, renders, next, isReplaced, restart } = handling;
  const flights = new Map<string, { version: number; result: Promise<Render> }>();

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
    if (plan.kind === 'private') {
      const work = () => render(request, response, plan.context);
      send(response, await renders.render(undefined, work));
      return;
    }
    const isRefresh = request.headers['cache-control'] === 'no-cache';
    const known = isRefresh ? undefined : await renders.find(plan.key);
    send(response, known ?? (await renderOnce(request, response, plan)));
  };

  function send(response: HeldResponse, render: Render): void {
    const { finished, tag } = render;
    const { status, headers, body, sharing } = finished;
    response.writeHead(status, {
      ...headers,
      ...{ etag: tag, age: String(renders.ageOf(render)), 'x-sharing': sharing },
    });
    response.end(body);
  }

  /** Request coalescing between workers. A render that began before the last commit is not joined. */
  async function renderOnce(
    request: IncomingMessage,
    response: HeldResponse,
    { key, context }: RequestPlan,
  ): Promise<Render> {
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
