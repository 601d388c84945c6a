import {
  found,
  methodNotAllowed,
  missing,
  moved,
  notFound,
  badQuery,
  type Answer,
} from '@/lib/api/answers';
import { methodOfForm } from './form';
import type { Setting } from '@/lib/api/documents';
import { refuseCredentials } from '@/lib/api/credentials';
import { parseQuery, unknownNames } from '@/lib/api/lenient-query';
import { negotiate } from '@/lib/api/negotiation';
import type { Operation, Slice } from '@/lib/api/operation';
import { parsedTypes, readPosted } from '@/lib/api/posted';
import { pageDocument } from '@/lib/api/pagination';
import { readParameters } from '@/lib/api/query';
import { findMoved, type Noun } from './moved';
import { readAddress, type ReadAddress } from './address';
import { headOf, respond } from './respond';

/** A parsed and validated request. */
export interface Call<Query> extends Setting, ReadAddress {
  query: Query;
  /** Parameters whose values are ignored because they are invalid. */
  ignored: string[];
}

/** As Next passes it to route handlers. */
interface Context {
  params: Promise<unknown>;
}

type Handle = (
  address: ReadAddress,
  context: Context,
  request: Request,
) => Answer<unknown> | Promise<Answer<unknown>>;

const renders = ['application/json', 'text/html'];

/** Creates the route handlers of a read-only resource. Some also accept a parameter by POST. */
export function endpoint<Params, Query, Document>(
  operation: Operation<Params, Query, Document>,
  read: (call: Call<Query>, params: Params) => Answer<Document>,
) {
  const handler = (handle: Handle) => (request: Request, context: Context) =>
    answer(operation, handle, request, context);

  const { posted } = operation;
  const readWith = readerOf(operation, read);
  const GET = handler((address, context) =>
    readWith(readParameters(address.params), address, context),
  );
  const parses = posted === undefined ? parsedTypes : [...parsedTypes, 'text/plain'];
  const OPTIONS = handler(() => found({ ...operation.view, renders, parses }));
  const refuse = (method: string) => handler(() => methodNotAllowed(method));
  const POST = posted === undefined ? refuse('POST') : handler(postBy(readWith, posted));
  return {
    GET,
    HEAD: headOf(GET),
    OPTIONS,
    POST: async (request: Request, context: Context) => {
      const method = await methodOfForm(request);
      if (method !== 'OPTIONS') return POST(request, context);
      return OPTIONS(new Request(request.url, { method, headers: request.headers }), context);
    },
    PUT: refuse('PUT'),
    PATCH: refuse('PATCH'),
    DELETE: refuse('DELETE'),
  };
}

type Parameters = Record<string, string>;

type ReadWith = (
  parameters: Parameters,
  address: ReadAddress,
  context: Context,
) => Promise<Answer<unknown>>;

/** Reads a resource by parameters from the URL or the body. */
function readerOf<Params, Query, Document>(
  operation: Operation<Params, Query, Document>,
  read: (call: Call<Query>, params: Params) => Answer<Document>,
): ReadWith {
  return async (parameters, address, context) => {
    const params = operation.params.safeParse(await context.params);
    if (!params.success) return notFound();
    const parsed = parseQuery(operation.query, parameters);
    return 'error' in parsed
      ? badQuery(parsed.error)
      : read({ ...address, ...parsed }, params.data);
  };
}

/** Adds the parameter in the request body to those in the URL. */
function postBy(readWith: ReadWith, name: string): Handle {
  return async (address, context, request) => {
    const text = await readPosted(request, name);
    if (typeof text !== 'string') return text;
    return readWith({ ...readParameters(address.params), [name]: text }, address, context);
  };
}

async function answer(
  operation: Operation,
  handle: Handle,
  request: Request,
  context: Context,
): Promise<Response> {
  const address = readAddress(request);
  const rendering = negotiate(address.suffix ?? address.format, request.headers.get('accept'));
  if ('status' in rendering) return respond({ operation, request, address, answer: rendering });
  const refusal = refuseCredentials(request.headers.get('authorization'));
  const reply = refusal ?? (await handle(address, context, request));
  return respond({ operation, request, address, answer: reply, rendering });
}

interface Listing<Query, Rec, Row, Document> {
  /** Parameters whose values only the database can recognize as invalid. */
  listUnusable?: (query: Query) => string[];
  /** Whether the list changes with time alone. */
  dependsOnClock?: (query: Query) => boolean;
  /** The records of the page, and the total count. */
  list: (query: Query) => { count: number; records: Rec[] };
  /** Adds to some of the records what their documents need besides. */
  complete: (records: Rec[], query: Query) => Row[];
  document: (row: Row, setting: Setting) => Document;
}

/** How many results of a list are read at once, in a few statements. Browsable pages show no more. */
const SLICE = 100;

/** Creates the handlers of a paginated list. */
export function listEndpoint<Query extends Slice, Rec, Row, Document>(
  operation: Operation<unknown, Query, Page<Document>>,
  { listUnusable, dependsOnClock, list, complete, document }: Listing<Query, Rec, Row, Document>,
) {
  return endpoint(operation, (call): Answer<Page<Document>> => {
    const { query, params } = call;
    const { count, records } = list(query);
    const part = { ...query, count };
    const documentsOf = (some: Rec[]) => complete(some, query).map((row) => document(row, call));
    const [first, others] = [records.slice(0, SLICE), records.slice(SLICE)];
    return {
      ...found(pageDocument(call, part, documentsOf(first)), part),
      ...(others.length > 0 && {
        rest: { count: others.length, slices: inSlices(others, documentsOf) },
      }),
      ignored: [
        ...call.ignored,
        ...(listUnusable?.(query) ?? []),
        ...unknownNames(operation, params),
      ],
      dependsOnClock: dependsOnClock?.(query) === true,
    };
  });
}

function* inSlices<Rec, Document>(records: Rec[], documentsOf: (some: Rec[]) => Document[]) {
  for (let at = 0; at < records.length; at += SLICE) {
    yield documentsOf(records.slice(at, at + SLICE));
  }
}

type Page<Document> = ReturnType<typeof pageDocument<Document>>;

type Lookup = { id: number } | { slug: string };

/** Response for a missing record: a redirect if it has a new slug, otherwise 404. */
export function movedOrMissing(noun: Noun, lookup: Lookup, { target }: ReadAddress): Answer {
  const location = 'slug' in lookup ? findMoved(noun, lookup.slug, target) : undefined;
  return location === undefined ? missing(noun) : moved(location);
}

interface Detail<Params, Query, Row, Document> {
  /** As in "No Package matches the given query." */
  noun: Noun;
  find: (params: Params, query: Query) => Row | undefined;
  document: (row: Row, setting: Setting) => Document;
}

/** Creates the handlers of a single record. */
export function detailEndpoint<Params extends Lookup, Query, Row, Document>(
  operation: Operation<Params, Query, Document>,
  { noun, find, document }: Detail<Params, Query, Row, Document>,
) {
  return endpoint(operation, (call, params) => {
    const row = find(params, call.query);
    return row === undefined ? movedOrMissing(noun, params, call) : found(document(row, call));
  });
}
