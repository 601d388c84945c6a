import type { IncomingMessage, ServerResponse } from 'node:http';
import { knownTag } from '@/lib/http/validators';
import type { Forward } from '../cache';
import { noteSource } from '@/server/log/source';
import { chooseEncoding, encodings, type Encoding } from './encoding';
import { etagOf, formOf, type Entry } from './entry';

/** Where a response came from: the cache, an origin for the cache, or an origin for this client alone. */
export type Source = 'hit' | Forward | 'bypass';

/**
 * The `X-Cache` and `Cache-Status` (RFC 9211) headers by source. Age is 0, since a cached response was just compared with the
 * database.
 */
const headersOf: Record<Source, string[]> = {
  hit: ['age', '0', 'x-cache', 'hit', 'cache-status', 'Packgrid; hit'],
  validated: ['age', '0', 'x-cache', 'hit', 'cache-status', 'Packgrid; fwd=stale; fwd-status=304'],
  stale: ['x-cache', 'miss', 'cache-status', 'Packgrid; fwd=stale'],
  'uri-miss': ['x-cache', 'miss', 'cache-status', 'Packgrid; fwd=uri-miss'],
  bypass: ['x-cache', 'bypass', 'cache-status', 'Packgrid; fwd=bypass'],
};

/** A client's request, and the response to it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Additional headers of this response: name, value, name, value … */
  headers: string[];
}

/** Whether the client still waits for its response. */
export const isOpen = ({ response }: Exchange) => !response.destroyed && !response.headersSent;

export function cacheHeaders({ response }: Exchange, source: Source): string[] {
  const headers = headersOf[source];
  noteSource(response, headers[headers.indexOf('x-cache') + 1] ?? source);
  return headers;
}

/**
 * Sends a response in the encoding that the client prefers, or 304 if the client already has it. Synchronous if it is encoded: a promise
 * would take longer than the sending.
 */
export function send(exchange: Exchange, entry: Entry, source: Source): void | Promise<void> {
  const { request, response, headers } = exchange;
  const { headers: asked, method } = request;
  const encoding =
    entry.encodings.length > 1 ? chooseEncoding(asked['accept-encoding']) : 'identity';
  const more = [...headers, ...cacheHeaders(exchange, source)];
  const isRead = method === 'GET' || method === 'HEAD';
  const known = isRead ? knownTagOf(entry, encoding, asked) : undefined;
  if (known !== undefined) {
    response.writeHead(304, [...entry.head, 'etag', known, ...more]).end();
    return;
  }
  const form = formOf(entry, encoding);
  if (Buffer.isBuffer(form)) sendForm(exchange, entry, encoding, form, more);
  else {
    return form.then((made) => {
      sendForm(exchange, entry, encoding, made, more);
    });
  }
}

function sendForm(
  exchange: Exchange,
  entry: Entry,
  encoding: Encoding,
  form: Buffer,
  more: string[],
): void {
  const { request, response } = exchange;
  if (!isOpen(exchange)) return;
  const head = [...entry.head, 'content-length', String(form.length), ...more];
  if (entry.tag !== undefined) head.push('etag', etagOf(entry.tag, encoding));
  if (encoding !== 'identity') head.push('content-encoding', encoding);
  response.writeHead(entry.status, head);
  response.end(request.method === 'HEAD' ? undefined : form);
}

/**
 * The ETag of the representation that a client has and may keep using; undefined if it has none. A client with the body in another encoding
 * than it would get now has the same body.
 */
function knownTagOf(
  { tag, modifiedAt }: Entry,
  encoding: Encoding,
  headers: IncomingMessage['headers'],
): string | undefined {
  const conditions = { tags: headers['if-none-match'], since: headers['if-modified-since'] };
  const isConditional = conditions.tags !== undefined || conditions.since !== undefined;
  if (tag === undefined || !isConditional) return undefined;
  const others = encodings.map((other) => etagOf(tag, other));
  return knownTag(conditions, { etags: [etagOf(tag, encoding), ...others], modifiedAt });
}
