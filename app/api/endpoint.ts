import type { z } from 'zod';
import { settings } from '@/lib/settings';
import { found, methodNotAllowed, missing, notFound, type Answer } from './answers';
import { baseAddress } from './base-address';
import type { Setting } from './documents';
import { toJson } from './json';
import { linksFrom } from './links';
import { negotiate } from './negotiation';
import { pageDocument, type Address } from './pagination';
import { noParams } from './params';
import { parseQuery, type ApiQuery } from './query';
import type { View } from './views';

/** A request, read and checked. */
interface Call extends Setting {
  address: Address;
  query: ApiQuery;
}

interface Endpoint<Params> {
  view: View;
  /** The parts of the path. What they don't take is not found. */
  params: z.ZodType<Params>;
  read: (call: Call, params: Params) => Answer;
}

/** As Next gives it to a route handler. */
interface Context {
  params: Promise<unknown>;
}

type Work = (call: Call, context: Context) => Answer | Promise<Answer>;

const media = {
  renders: ['application/json', 'text/html'],
  parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
};

/** The route handlers of one resource, which can be read and nothing else. */
export function endpoint<Params>({ view, params, read }: Endpoint<Params>) {
  const GET = handler(async (call, context) => {
    const given = params.safeParse(await context.params);
    return given.success ? read(call, given.data) : notFound();
  });
  const refuse = (method: string) => handler(() => methodNotAllowed(method));
  return {
    GET,
    HEAD: async (request: Request, context: Context) => {
      const { status, headers } = await GET(request, context);
      return new Response(null, { status, headers });
    },
    OPTIONS: handler(() => found({ ...view, ...media })),
    POST: refuse('POST'),
    PUT: refuse('PUT'),
    PATCH: refuse('PATCH'),
    DELETE: refuse('DELETE'),
  };
}

interface Listing<Row> {
  view: View;
  count: () => number;
  list: (slice: { limit: number; offset: number }) => Row[];
  document: (row: Row, setting: Setting) => unknown;
}

/** A list, page by page. */
export function listEndpoint<Row>({ view, count, list, document }: Listing<Row>) {
  return endpoint({
    view,
    params: noParams,
    read(call) {
      const documents = list(call.query).map((row) => document(row, call));
      return found(pageDocument(call.address, call.query, count(), documents));
    },
  });
}

interface Detail<Params, Row> {
  view: View;
  /** As "No Package matches the given query." names it. */
  noun: string;
  params: z.ZodType<Params>;
  find: (params: Params) => Row | undefined;
  document: (row: Row, setting: Setting) => unknown;
}

/** One record. */
export function detailEndpoint<Params, Row>(detail: Detail<Params, Row>) {
  const { view, noun, params, find, document } = detail;
  return endpoint({
    view,
    params,
    read(call, given) {
      const row = find(given);
      return row === undefined ? missing(noun) : found(document(row, call));
    },
  });
}

function handler(work: Work) {
  return async (request: Request, context: Context) => {
    const call = readCall(request);
    const rendering = negotiate(call.query.format, request.headers.get('accept'));
    if ('status' in rendering) return respond(rendering, 0, 'Accept');
    return respond(await work(call, context), rendering.indent, 'Accept, Cookie');
  };
}

function readCall(request: Request): Call {
  const { pathname, searchParams } = new URL(request.url);
  const query = parseQuery(searchParams);
  const base = baseAddress(settings(), request.headers.get('host'));
  return {
    address: { path: base + pathname, params: searchParams },
    query,
    links: linksFrom(base, query.format),
    zone: settings().SITE_TIME_ZONE,
  };
}

function respond(answer: Answer, indent: number, vary: string): Response {
  return new Response(toJson(answer.document, indent), {
    status: answer.status,
    headers: {
      Allow: 'GET, HEAD, OPTIONS',
      'Content-Type': 'application/json',
      Vary: vary,
    },
  });
}
