import type { IncomingMessage, ServerResponse } from 'node:http';
import { READ_METHODS } from '@/lib/api/methods';
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
  if (answerer === 'nobody') refuse(request, response, 404, 'Not found.');
  else if (method === 'OPTIONS') {
    response.writeHead(204, { Allow: READ_METHODS, ...guardHeaders(url) }).end();
  } else refuse(request, response, 405, `Method "${method}" not allowed.`);
  return true;
}

/** Outside the API, a URL without a route is a file, a redirect or not found, and Next handles other methods properly for none of them. */
function answererOf(findRoute: FindRoute, url: string): Answerer {
  if (isOfApi(url)) return findRoute(url) ? 'site' : 'nobody';
  return findRoute(url)?.section === 'edit' ? 'site' : 'front';
}
