import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { baseAddress } from '@/lib/api/base-address';
import { hasSession } from '@/lib/http/session-cookie';
import type { Question } from '../answer/finish';
import type { FindRoute, Route } from '../routes';
import { keptUrl } from './kept-url';
import { negotiated } from './negotiated';

/** What becomes of a request. */
type Plan =
  /** Its answer is the same for all who ask so. */
  | { kind: 'shared'; key: string; host: string | undefined; question: Question }
  /** It is for this one alone, or changes with more than the database. */
  | { kind: 'own'; question: Question }
  /** It is passed on piece by piece as it comes, being large or long in the making. */
  | { kind: 'streamed' };

export interface Site {
  findRoute: FindRoute;
  SITE_URL?: string | undefined;
  PORT: number;
}

const STREAMED = /^\/dumps\/\[file\]$|\/opengraph\.png$/;

/** The list of files that can be taken away depends on those too. */
const OF_FILES = '/dumps';

export type SharedPlan = Extract<Plan, { kind: 'shared' }>;

export type FindPlan = (request: IncomingMessage) => Plan;

/** Of the plans of what is asked again and again, so many are kept, and none of an address that is longer than nearly all are. */
const MOST_KEPT = 5000;
const LONGEST_KEPT = 300;

/** Decides by all that an answer can depend on. What is asked again gets the same plan without another look. */
export function planFor(site: Site): FindPlan {
  const kept = new LRUCache<string, Plan>({ max: MOST_KEPT });
  return (request) => {
    const { method, url = '/', headers } = request;
    // Who sends no Accept takes anything (RFC 9110, 12.5.1); who sends an empty one takes nothing.
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
  if (route && STREAMED.test(route.path)) return { kind: 'streamed' };

  const isRead = method === 'GET' || method === 'HEAD';
  const isPersonal = headers.authorization !== undefined || hasSession(headers.cookie);
  const isShared = isRead && !isPersonal && isForAll(route);
  const kept = isShared ? keptUrl(url, route?.path) : undefined;
  const { accept, host } = headers;
  const question = { url: kept ?? url, accept, half: route?.half, isRead, isPersonal };
  if (kept === undefined) return { kind: 'own', question };
  const key = `${baseAddress(site, host ?? null)} ${negotiated(url, accept)} ${kept}`;
  return { kind: 'shared', key, host, question };
}

const isForAll = (route: Route | undefined) => route?.half !== 'edit' && route?.path !== OF_FILES;
