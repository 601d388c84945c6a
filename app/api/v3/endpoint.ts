import { methodNotAllowed, type Answer } from '@/lib/api/v3/answers';
import { headOf, keepable } from '../respond';

/** As Next gives it to a route handler. */
interface Context<Params> {
  params: Promise<Params>;
}

interface Call<Params> {
  /** The path that was asked for, with its query. */
  address: string;
  query: URLSearchParams;
  params: Params;
}

/**
 * The route handlers of one resource. The reference looks at no method: OPTIONS is answered like GET, and what could write is
 * refused with 403 for want of a CSRF token. Here it is refused with 405, which says what is the matter.
 */
export function endpoint<Params = object>(read: (call: Call<Params>) => Answer) {
  const GET = async (request: Request, context: Context<Params>) => {
    const { pathname, search, searchParams } = new URL(request.url);
    const call = { address: pathname + search, query: searchParams, params: await context.params };
    return respond(request, read(call));
  };
  const refuse = (method: string) => (request: Request) =>
    respond(request, methodNotAllowed(method));
  return {
    GET,
    HEAD: headOf(GET),
    OPTIONS: GET,
    POST: refuse('POST'),
    PUT: refuse('PUT'),
    PATCH: refuse('PATCH'),
    DELETE: refuse('DELETE'),
  };
}

function respond(request: Request, { status, body, headers }: Answer): Response {
  return status === 200
    ? keepable(request, body, headers)
    : new Response(body, { status, headers });
}
