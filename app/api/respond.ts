import { setImmediate } from 'node:timers/promises';
import { changedAt } from '@/db/changed';
import type { Answer } from '@/lib/api/answers';
import { browsablePage } from '@/lib/api/browsable/page';
import { pageLinks } from '@/lib/api/browsable/pager';
import { ignoredHeader } from '@/lib/api/lenient-query';
import { toJson } from '@/lib/api/json';
import { listJson } from '@/lib/api/list-json';
import { MOST_AT_ONCE } from '@/lib/api/parameters';
import type { Rendering } from '@/lib/api/negotiation';
import { allowedMethods, type Operation } from '@/lib/api/operation';
import { encodeQuery } from '@/lib/api/query';
import { CACHE_CONTROL } from '@/lib/http/cache-control';
import { lastModifiedOf } from '@/lib/http/validators';
import { settings } from '@/lib/settings';
import { now, type Micros } from '@/lib/time';
import type { ReadAddress } from './address';

interface Reply {
  operation: Operation;
  request: Request;
  address: ReadAddress;
  answer: Answer<unknown>;
  /** Absent if content negotiation failed; the error is sent as JSON. */
  rendering?: Rendering;
}

/** Sends a response in the negotiated format. */
export function respond({ operation, request, address, answer, rendering }: Reply): Response {
  const isPage = rendering?.format === 'api';
  const body = isPage
    ? pageOf({ operation, request, address, answer })
    : jsonOf(answer, rendering?.indent);
  const headers = {
    Allow: allowedMethods(operation),
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    Vary: rendering ? 'Accept, Cookie' : 'Accept',
    ...(answer.location !== undefined && { Location: answer.location }),
    ...(answer.ignored?.length && { 'X-Ignored-Parameters': ignoredHeader(answer.ignored) }),
  };
  if (answer.status === 200 && request.method === 'POST') {
    return new Response(body, { headers: { ...headers, 'Cache-Control': 'no-store' } });
  }
  if (answer.status !== 200 || !isRead(request)) {
    return new Response(body, { status: answer.status, headers });
  }
  const movesOn = operation.dependsOnClock === true || answer.dependsOnClock === true;
  const modifiedAt = movesOn ? null : changedAt();
  return cacheable(body, headers, modifiedAt);
}

/** A list that is too long for one piece is read and sent in parts, so that other requests are handled in between. */
function jsonOf({ document, rest }: Answer<unknown>, indent?: number): string | ReadableStream {
  if (!rest || !isList(document)) return toJson(document, indent);
  const text = listJson(document, rest.slices, indent);
  if (document.results.length + rest.count <= MOST_AT_ONCE) return [...text].join('');
  return new ReadableStream({
    async pull(controller) {
      await setImmediate();
      const next = text.next();
      if (next.done === true) controller.close();
      else controller.enqueue(Buffer.from(next.value));
    },
  });
}

const isList = (document: unknown): document is { results: unknown[] } =>
  typeof document === 'object' && document !== null && 'results' in document;

/** Derives the HEAD handler from GET: same headers, no body. */
export function headOf<Context>(get: (request: Request, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context) => {
    const { status, headers } = await get(request, context);
    return new Response(null, { status, headers });
  };
}

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** Another build or other settings may render the same rows differently; both require a restart. */
const LOADED_AT = now();

/** A cacheable response; `modifiedAt` is null if unknown. */
export function cacheable(
  body: string | ReadableStream,
  headers: Record<string, string>,
  modifiedAt: Micros | null = changedAt(),
): Response {
  const lastModified =
    modifiedAt === null
      ? undefined
      : lastModifiedOf(Math.max(modifiedAt, settings().STARTED_AT ?? LOADED_AT), now());
  return new Response(body, {
    headers: {
      ...headers,
      ...(lastModified !== undefined && { 'Last-Modified': lastModified }),
      'Cache-Control': CACHE_CONTROL,
    },
  });
}

function pageOf({ operation, request, address, answer }: Omit<Reply, 'rendering'>): string {
  const { target, stem, params } = address;
  const method = isRead(request) ? 'GET' : request.method;
  return browsablePage({
    view: operation.view,
    request: { method, address: target, path: stem },
    answer,
    headers: {
      Allow: allowedMethods(operation),
      'Content-Type': 'application/json',
      Vary: 'Accept',
    },
    formats: ['json', 'api'].map((name) => ({ name, href: inFormat(stem, params, name) })),
    posted: operation.posted,
    pages: answer.part ? pageLinks(address, answer.part) : [],
  });
}

function inFormat(path: string, params: URLSearchParams, format: string): string {
  const all = new URLSearchParams(params);
  all.set('format', format);
  return `${path}?${encodeQuery(all)}`;
}
