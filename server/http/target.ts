import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { hasSession } from '@/lib/http/session-cookie';
import { refusalOfUrl, type Refusal } from './limits';
import type { PlanRequest, RequestPlan } from './request-plan';
import { isOfApi } from '@/lib/http/url/api-path';
import { hostOf } from './host';
import { withPlainCommas } from '@/lib/http/url/plain-commas';

/** What the request line and the headers of a request say. */
export interface Target {
  refusal: Refusal | undefined;
  isHealth: boolean;
  /** The rate limit that counts it. */
  limit: 'api' | 'images' | 'forms' | undefined;
  /** Where it is redirected to. */
  location: string | undefined;
  plan: RequestPlan;
}

/** Maximum number of cached targets, and maximum length of their keys, in characters. */
const MOST_KEPT = 5000;
const LONGEST_KEPT = 300;

/**
 * Reads requests, and sets their host to the site's canonical one. Most requests repeat another one, so their targets are kept.
 * `siteHost` is the site's host, if it has just one.
 */
export function readTargetWith(plan: PlanRequest, siteHost: string | undefined) {
  const known = new LRUCache<string, Target>({ max: MOST_KEPT });

  function read(request: IncomingMessage): Target {
    const { url = '/' } = request;
    const refusal = refusalOfUrl(request);
    const planned = plan(request);
    return {
      ...{ refusal, plan: planned, location: withPlainCommas(url) },
      isHealth: /^\/health\/?(\?|$)/.test(url),
      limit: limitOf(url, planned),
    };
  }

  return (request: IncomingMessage): Target => {
    const { method = '', url = '', headers } = request;
    const host = siteHost ?? (headers.host === undefined ? undefined : hostOf(headers.host));
    if (host !== undefined) headers.host = host;
    // Without Accept, any media type is acceptable (RFC 9110, section 12.5.1); with an empty one, none is.
    const { accept = '*/*', authorization, cookie } = headers;
    const isPersonal = authorization !== undefined || hasSession(cookie);
    const length = url.length + accept.length + (host?.length ?? 0);
    if (isPersonal || length > LONGEST_KEPT) return read(request);
    const key = `${method} ${host ?? ''}\n${accept}\n${url}`;
    const target = known.get(key) ?? read(request);
    known.set(key, target);
    return target;
  };
}

function limitOf(url: string, { lane, context }: RequestPlan): Target['limit'] {
  if (isOfApi(url)) return 'api';
  if (lane === 'images') return 'images';
  return context.section === 'edit' && !context.isRead ? 'forms' : undefined;
}
