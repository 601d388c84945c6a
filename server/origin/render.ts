import type { IncomingMessage } from 'node:http';
import { traceQueries, type QueryTrace } from '@/db/query-trace';
import { withChosenStatus } from '@/db/response-status';
import type { RequestContext } from '@/server/http/request-plan';
import type { Finish, Finished } from './finish';
import type { Held, HeldResponse } from './held-response';

/** Next's request handler. */
export type NextHandler = (request: IncomingMessage, response: HeldResponse) => Promise<void>;

/** A rendered response and the queries that it was rendered from; undefined if they can't be repeated. */
export interface Rendered {
  finished: Finished;
  trace: QueryTrace | undefined;
}

export type Render = (
  request: IncomingMessage,
  response: HeldResponse,
  context: RequestContext,
) => Promise<Rendered>;

/** Has Next render a response, without sending it. Rejects if the connection is closed before it is complete. */
export function renderWith(next: NextHandler, finish: Finish): Render {
  return async (request, response, context) => {
    // Next adds the nonce in this request header to the scripts that it writes.
    const policy = request.headers['content-security-policy'];
    const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1];
    const work = () => withChosenStatus(() => hold(next, request, response));
    const { result, trace } = await traceQueries(work);
    const { result: held, status } = result;
    const chosen = held.status === 200 && status !== undefined ? { ...held, status } : held;
    return { finished: finish(chosen, context, nonce), trace };
  };
}

function hold(next: NextHandler, request: IncomingMessage, response: HeldResponse): Promise<Held> {
  return new Promise((resolve, reject) => {
    response.hold(resolve);
    response.once('close', () => {
      reject(new Error('The connection was closed.'));
    });
    next(request, response).catch(reject);
  });
}
