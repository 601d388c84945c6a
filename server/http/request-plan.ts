import type { IncomingMessage } from 'node:http';
import { baseAddress } from '@/lib/api/base-address';
import { limit, MOST_AT_ONCE } from '@/lib/api/parameters';
import { hasSession } from '@/lib/http/session-cookie';
import { findRow } from '@/lib/routes/find';
import type { Lane } from '@/lib/routes/table';
import { isOfApi } from '@/lib/http/url/api-path';
import { keptUrl, splitUrl } from '@/lib/http/url/kept-url';
import { negotiated } from '@/lib/http/url/negotiated';
import type { FindRoute, Section } from '@/lib/routes/match';

/** The properties of a request that its response depends on, besides the database and the time. */
export interface RequestContext {
  /** Path and query, without parameters that change nothing. */
  url: string;
  accept: string | undefined;
  /** The folder of its route, such as `/packages/p/[slug]`; undefined if it has none. */
  route: string | undefined;
  /** Section of the requested page; undefined if it is not a page. */
  section: Section | undefined;
  isRead: boolean;
  /** Whether the response may depend on the client. */
  isPersonal: boolean;
}

/** How a request is answered. */
export interface RequestPlan {
  /**
   * `cacheable`: its response is the same for everyone whose request has the same key. `private`: for this client alone, or it depends on
   * more than the database. `streamed`: it is large or slow, and is sent as it is produced.
   */
  kind: 'cacheable' | 'private' | 'streamed';
  /** The cache key. */
  key: string;
  /** The queue in which it waits to be rendered. */
  lane: Lane;
  context: RequestContext;
}

export interface Site {
  findRoute: FindRoute;
  /** Whether a URL is that of a static file, which doesn't depend on the client. */
  isStaticFile: (url: string) => boolean;
  SITE_URL?: string | undefined;
  PORT: number;
}

export type PlanRequest = (request: IncomingMessage) => RequestPlan;

/** Plans requests by everything that a response may depend on. */
export function planWith(site: Site): PlanRequest {
  return (request) => {
    const { method, url = '/', headers } = request;
    const route = site.findRoute(url);
    const row = route && findRow(route.path);
    const caching = route ? (row?.caching ?? 'private') : 'cacheable';
    const isRead = method === 'GET' || method === 'HEAD';
    const isFile = !route && site.isStaticFile(url);
    const isPersonal =
      !isFile && (headers.authorization !== undefined || hasSession(headers.cookie));
    const isCacheable = isRead && !isPersonal && caching === 'cacheable';
    const kept = isCacheable ? keptUrl(url, isFile ? 'file' : route?.path) : undefined;
    const { accept, host } = headers;
    const context = {
      ...{ url: kept ?? url, accept, route: route?.path, section: route?.section },
      ...{ isRead, isPersonal },
    };
    const key = `${baseAddress(site, host ?? null)} ${negotiated(url, accept)} ${context.url}`;
    if (isRead && isLarge(url)) return { kind: 'streamed', lane: 'downloads', key, context };
    const kind = caching === 'streamed' ? caching : kept === undefined ? 'private' : 'cacheable';
    return { kind, key, lane: row?.lane ?? 'pages', context };
  };
}

/** Whether a URL is that of an API list which is too long to be rendered in one piece. */
function isLarge(url: string): boolean {
  if (!isOfApi(url)) return false;
  const given = new URLSearchParams(splitUrl(url)[1]).getAll('limit').at(-1);
  return given !== undefined && limit.parse(given) > MOST_AT_ONCE;
}
