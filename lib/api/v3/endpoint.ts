import { methodNotAllowed } from './answers';

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
export function endpoint<Params = object>(read: (call: Call<Params>) => Response) {
  const GET = async (request: Request, context: Context<Params>) => {
    const { pathname, search, searchParams } = new URL(request.url);
    return read({ address: pathname + search, query: searchParams, params: await context.params });
  };
  const refuse = (method: string) => () => methodNotAllowed(method);
  return {
    GET,
    HEAD: async (request: Request, context: Context<Params>) => {
      const { status, headers } = await GET(request, context);
      return new Response(null, { status, headers });
    },
    OPTIONS: GET,
    POST: refuse('POST'),
    PUT: refuse('PUT'),
    PATCH: refuse('PATCH'),
    DELETE: refuse('DELETE'),
  };
}
