import { changedAt } from '@/db/changed';
import type { Answer } from '@/lib/api/answers';
import { browsablePage } from '@/lib/api/browsable/page';
import { pageLinks } from '@/lib/api/browsable/pager';
import { isKnown, validatorHeaders, validatorsOf } from '@/lib/api/etag';
import { toJson } from '@/lib/api/json';
import type { Rendering } from '@/lib/api/negotiation';
import type { Operation } from '@/lib/api/operation';
import { encodeQuery } from '@/lib/api/query';
import { CACHE_CONTROL } from '@/lib/cache-control';
import { now, type Micros } from '@/lib/time';
import type { ReadAddress } from './address';

interface Reply {
  operation: Operation;
  request: Request;
  address: ReadAddress;
  answer: Answer<unknown>;
  /** Absent where nothing could be agreed on, which is told as JSON. */
  rendering?: Rendering;
}

const ALLOW = 'GET, HEAD, OPTIONS';

/** Writes an answer in the format that was agreed on, or says that the client has it already. */
export function respond({ operation, request, address, answer, rendering }: Reply): Response {
  const isPage = rendering?.format === 'api';
  const body = isPage
    ? pageOf({ operation, request, address, answer })
    : toJson(answer.document, rendering?.indent);
  const headers = {
    Allow: ALLOW,
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    Vary: rendering ? 'Accept, Cookie' : 'Accept',
  };
  if (answer.status !== 200 || !isRead(request)) {
    return new Response(body, { status: answer.status, headers });
  }
  const modifiedAt = operation.dependsOnClock === true ? null : changedAt();
  return keepable(request, body, headers, modifiedAt);
}

/** The handler of HEAD, from that of GET: the same headers without the body. */
export function headOf<Context>(get: (request: Request, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context) => {
    const { status, headers } = await get(request, context);
    return new Response(null, { status, headers });
  };
}

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** Another build or other settings may write the same rows otherwise, and come with a start. */
const STARTED_AT = now();

/** A response that a client may keep, or that it has it already; `modifiedAt` is null where nobody can say. */
export function keepable(
  request: Request,
  body: string,
  headers: Record<string, string>,
  modifiedAt: Micros | null = changedAt(),
): Response {
  const changed = modifiedAt === null ? null : Math.max(modifiedAt, STARTED_AT);
  const validators = validatorsOf(body, changed, now());
  const kept = { ...headers, ...validatorHeaders(validators), 'Cache-Control': CACHE_CONTROL };
  if (!isKnown(request.headers, validators)) return new Response(body, { headers: kept });
  return new Response(null, { status: 304, headers: kept });
}

function pageOf({ operation, request, address, answer }: Omit<Reply, 'rendering'>): string {
  const { asked, stem, params } = address;
  const method = isRead(request) ? 'GET' : request.method;
  return browsablePage({
    view: operation.view,
    asked: { method, address: asked, path: stem },
    answer,
    headers: { Allow: ALLOW, 'Content-Type': 'application/json', Vary: 'Accept' },
    formats: ['json', 'api'].map((name) => ({ name, href: inFormat(stem, params, name) })),
    pages: answer.part ? pageLinks(address, answer.part) : [],
  });
}

function inFormat(path: string, params: URLSearchParams, format: string): string {
  const all = new URLSearchParams(params);
  all.set('format', format);
  return `${path}?${encodeQuery(all)}`;
}
