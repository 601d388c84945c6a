import type { IncomingMessage, ServerResponse } from 'node:http';
import { frameHeaders, guardHeaders } from '@/lib/guard-headers';
import { isHealth } from './health/answer';
import { refuse } from './refuse';
import type { FindRoute } from './routes';

const ALLOWED = 'GET, HEAD, OPTIONS';

/** Answers what is no reading of a page that can only be read, and says whether it did. */
export function answerMethod(
  findRoute: FindRoute,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method = '', url = '' } = request;
  if (method === 'GET' || method === 'HEAD' || !isOnlyRead(findRoute, url)) return false;
  if (method === 'OPTIONS') {
    response.writeHead(204, { Allow: ALLOWED, ...frameHeaders, ...guardHeaders }).end();
  } else {
    refuse(request, response, 405, `Method "${method}" not allowed.`);
  }
  return true;
}

function isOnlyRead(findRoute: FindRoute, url: string): boolean {
  const half = findRoute(url)?.half;
  return half === 'read' || half === 'embed' || isHealth(url);
}
