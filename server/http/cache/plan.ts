import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { baseAddress } from '@/lib/api/base-address';
import { hasSession } from '@/lib/http/session-cookie';
import { findRow } from '@/lib/routes/find';
import type { RenderContext } from '../answer/finish';
import type { FindRoute } from '../routes';
import { keptUrl } from './kept-url';
import { negotiated } from './negotiated';

/** How a request is answered. */
type Plan =
  /** Its response is the same for everyone who sends the same key. */
  | { kind: 'cacheable'; key: string; host: string | undefined; context: RenderContext }
  /** Its response is for this client alone, or depends on more than the database. */
  | { kind: 'private'; context: RenderContext }
  /** Its response is large or slow, and is sent as it is produced. */
  | { kind: 'streamed' };

export interface Site {
  findRoute: FindRoute;
  /** Whether a URL is that of a static file, which doesn't depend on the client. */
  isStaticFile: (url: string) => boolean;
  SITE_URL?: string | undefined;
  PORT: number;
}

export type CacheablePlan = Extract<Plan, { kind: 'cacheable' }>;

export type FindPlan = (request: IncomingMessage) => Plan;

/** How many plans of frequent requests are kept, and the maximum length of what they are found by, in characters. */
const MOST_KEPT = 5000;
const LONGEST_KEPT = 300;

/** Decides by everything that a response may depend on. Repeated requests get the same plan without another look. */
export function planFor(site: Site): FindPlan {
  const kept = new LRUCache<string, Plan>({ max: MOST_KEPT });
  return (request) => {
    const { method, url = '/', headers } = request;
    // Without Accept, any media type is acceptable (RFC 9110, section 12.5.1); with an empty one, none is.
    const { host = '', accept = '*/*', authorization, cookie } = headers;
    const isPlain = method === 'GET' && authorization === undefined && cookie === undefined;
    if (!isPlain || url.length + host.length + accept.length > LONGEST_KEPT) {
      return planOf(request, site);
    }
    const asked = `${host}\n${accept}\n${url}`;
    const plan = kept.get(asked) ?? planOf(request, site);
    kept.set(asked, plan);
    return plan;
  };
}

function planOf(request: IncomingMessage, site: Site): Plan {
  const { method, url = '/', headers } = request;
  const route = site.findRoute(url);
  const caching = route ? (findRow(route.path)?.caching ?? 'private') : 'cacheable';
  if (caching === 'streamed') return { kind: 'streamed' };

  const isRead = method === 'GET' || method === 'HEAD';
  const isFile = !route && site.isStaticFile(url);
  const isPersonal = !isFile && (headers.authorization !== undefined || hasSession(headers.cookie));
  const isCacheable = isRead && !isPersonal && caching === 'cacheable';
  const kept = isCacheable ? keptUrl(url, isFile ? 'file' : route?.path) : undefined;
  const { accept, host } = headers;
  const context = {
    ...{
      url: kept ?? url,
      accept,
      route: route?.path,
      section: route?.section,
      isRead,
      isPersonal,
    },
  };
  if (kept === undefined) return { kind: 'private', context };
  const key = `${baseAddress(site, host ?? null)} ${negotiated(url, accept)} ${kept}`;
  return { kind: 'cacheable', key, host, context };
}
