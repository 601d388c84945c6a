import {
  found,
  methodNotAllowed,
  missing,
  notFound,
  badQuery,
  type Answer,
} from '@/lib/api/answers';
import { methodOfForm } from './form';
import type { Setting } from '@/lib/api/documents';
import { refuseCredentials } from '@/lib/api/credentials';
import { negotiate } from '@/lib/api/negotiation';
import type { Operation, Slice } from '@/lib/api/operation';
import { pageDocument } from '@/lib/api/pagination';
import { readParameters } from '@/lib/api/query';
import { readAddress, type ReadAddress } from './address';
import { headOf, respond } from './respond';

/** A request, read and checked. */
export interface Call<Query> extends Setting, ReadAddress {
  query: Query;
}

/** As Next gives it to a route handler. */
interface Context {
  params: Promise<unknown>;
}

type Work = (address: ReadAddress, context: Context) => Answer<unknown> | Promise<Answer<unknown>>;

const media = {
  renders: ['application/json', 'text/html'],
  parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
};

/** The route handlers of one resource, which can be read and nothing else. */
export function endpoint<Params, Query, Document>(
  operation: Operation<Params, Query, Document>,
  read: (call: Call<Query>, params: Params) => Answer<Document>,
) {
  const handler = (work: Work) => (request: Request, context: Context) =>
    answer(operation, work, request, context);

  const GET = handler(async (address, context) => {
    const params = operation.params.safeParse(await context.params);
    if (!params.success) return notFound();
    const query = operation.query.safeParse(readParameters(address.params));
    return query.success
      ? read({ ...address, query: query.data }, params.data)
      : badQuery(query.error);
  });
  const OPTIONS = handler(() => found({ ...operation.view, ...media }));
  const refuse = (method: string) => handler(() => methodNotAllowed(method));
  const POST = refuse('POST');
  return {
    GET,
    HEAD: headOf(GET),
    OPTIONS,
    POST: async (request: Request, context: Context) => {
      const asked = await methodOfForm(request);
      if (asked !== 'OPTIONS') return POST(request, context);
      return OPTIONS(
        new Request(request.url, { method: asked, headers: request.headers }),
        context,
      );
    },
    PUT: refuse('PUT'),
    PATCH: refuse('PATCH'),
    DELETE: refuse('DELETE'),
  };
}

async function answer(
  operation: Operation,
  work: Work,
  request: Request,
  context: Context,
): Promise<Response> {
  const address = readAddress(request);
  const rendering = negotiate(address.suffix ?? address.format, request.headers.get('accept'));
  if ('status' in rendering) return respond({ operation, request, address, answer: rendering });
  const refusal = refuseCredentials(request.headers.get('authorization'));
  const reply = refusal ?? (await work(address, context));
  return respond({ operation, request, address, answer: reply, rendering });
}

interface Listing<Query, Row, Document> {
  /** What of the query no schema can know to be wrong. */
  refuse?: (query: Query) => Answer | undefined;
  /** The rows of the page, and how many there are on all pages. */
  list: (query: Query) => { count: number; rows: Row[] };
  document: (row: Row, setting: Setting) => Document;
}

/** A list, page by page. */
export function listEndpoint<Query extends Slice, Row, Document>(
  operation: Operation<unknown, Query, Page<Document>>,
  { refuse, list, document }: Listing<Query, Row, Document>,
) {
  return endpoint(operation, (call): Answer<Page<Document>> => {
    const refused = refuse?.(call.query);
    if (refused) return refused;
    const { count, rows } = list(call.query);
    const part = { ...call.query, count };
    const documents = rows.map((row) => document(row, call));
    return found(pageDocument(call, part, documents), part);
  });
}

type Page<Document> = ReturnType<typeof pageDocument<Document>>;

interface Detail<Params, Query, Row, Document> {
  /** As "No Package matches the given query." names it. */
  noun: string;
  find: (params: Params, query: Query) => Row | undefined;
  document: (row: Row, setting: Setting) => Document;
}

/** One record. */
export function detailEndpoint<Params, Query, Row, Document>(
  operation: Operation<Params, Query, Document>,
  { noun, find, document }: Detail<Params, Query, Row, Document>,
) {
  return endpoint(operation, (call, params) => {
    const row = find(params, call.query);
    return row === undefined ? missing(noun) : found(document(row, call));
  });
}
