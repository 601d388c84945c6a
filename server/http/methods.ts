import type { IncomingMessage, ServerResponse } from 'node:http';
import { POST_METHODS, READ_METHODS } from '@/lib/api/methods';
import { isOfApi } from '@/lib/http/url/api-path';
import { guardHeaders } from './guard-headers';
import { refuse } from './refuse';
import type { FindRoute } from '@/lib/routes/match';

/** Who handles methods other than GET and HEAD. */
type Answerer =
  /** The front: the URL is read-only. */
  | 'front'
  /** The route handlers, which know their methods. */
  | 'site'
  /** A page with a form, which takes POST from its own site only. */
  | 'form'
  /** Not found: Next would take a form for one of its server actions. */
  | 'nobody';

/** Responds to methods that a URL doesn't support; returns whether it did. */
export function answerMethod(
  findRoute: FindRoute,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method = '', url = '' } = request;
  if (method === 'GET' || method === 'HEAD') return false;
  const answerer = answererOf(findRoute, url);
  if (answerer === 'site') return false;
  if (answerer === 'form' && method === 'POST') {
    if (isFromHere(request)) return false;
    refuse(request, response, 403, 'This form was sent from another site.');
    return true;
  }
  if (answerer === 'nobody') refuse(request, response, 404, 'Not found.');
  else if (method === 'OPTIONS') {
    response
      .writeHead(204, {
        Allow: answerer === 'form' ? POST_METHODS : READ_METHODS,
        ...guardHeaders(url),
      })
      .end();
  } else {
    const headers = answerer === 'form' ? ['Allow', POST_METHODS] : [];
    refuse(request, response, 405, `Method "${method}" not allowed.`, headers);
  }
  return true;
}

/** Outside the API, a URL without a route is a file, a redirect or not found, and Next handles other methods properly for none of them. */
function answererOf(findRoute: FindRoute, url: string): Answerer {
  if (isOfApi(url)) return findRoute(url) ? 'site' : 'nobody';
  return findRoute(url)?.section === 'edit' ? 'form' : 'front';
}

/** Whether a form was sent by a page of this site: browsers name its origin with each POST (https://fetch.spec.whatwg.org/#origin-header). */
function isFromHere({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
