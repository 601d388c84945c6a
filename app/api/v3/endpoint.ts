import { methodNotAllowed, missing, moved, type Answer } from '@/lib/api/v3/answers';
import { findMoved, type Noun } from '../moved';
import { headOf, cacheable } from '../respond';

/** As Next passes it to route handlers. */
interface Context<Params> {
  params: Promise<Params>;
}

interface Call<Params> {
  /** The requested path, with its query. */
  address: string;
  query: URLSearchParams;
  params: Params;
}

/**
 * Creates the route handlers of a resource. The reference ignores the method: it answers OPTIONS like GET, and refuses writing methods
 * with 403 for lack of a CSRF token. Here they get 405, which says what is wrong.
 */
export function endpoint<Params = object>(read: (call: Call<Params>) => Answer) {
  const GET = async (request: Request, context: Context<Params>) => {
    const { pathname, search, searchParams } = new URL(request.url);
    const call = { address: pathname + search, query: searchParams, params: await context.params };
    return respond(read(call));
  };
  const refuse = (method: string) => () => respond(methodNotAllowed(method));
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

/** Response for a missing record: a redirect if it has a new slug, otherwise 404. */
export function movedOrMissing(
  noun: Noun,
  { address, params }: Pick<Call<{ slug: string }>, 'address' | 'params'>,
): Answer {
  const location = findMoved(noun, params.slug, address);
  return location === undefined ? missing(noun) : moved(location);
}

function respond({ status, body, headers }: Answer): Response {
  return status === 200 ? cacheable(body, headers) : new Response(body, { status, headers });
}
