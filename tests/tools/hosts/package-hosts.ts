import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '@/lib/root';

/** What goes wrong with an answer. `slow` ones take longer than any test waits. */
export type Trouble = 'limited' | 'failing' | 'truncated' | 'html' | 'slow';

interface Asked {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface PackageHost {
  /** Its address, without a final slash. */
  url: string;
  /** All requests, oldest first. */
  asked: Asked[];
  /** The status of each answer that was sent, oldest first. */
  statuses: number[];
  /** What goes wrong with a request; a test may replace it. */
  trouble: (asked: Asked) => Trouble | undefined;
  close: () => void;
}

interface HostOptions {
  /** The document for a request; undefined if there is none. It throws for invalid requests. */
  answer: (asked: Asked) => unknown;
  /** How its answers to GET can be asked for again: with an ETag, as by default, or by their date. */
  validator?: 'etag' | 'last-modified';
}

const LAST_MODIFIED = 'Wed, 02 Jan 2030 03:04:05 GMT';

/** How long a host that is limited asks to wait, in seconds. */
export const RETRY_AFTER = 120;

/** Starts a server on a free port of this machine that plays a host with JSON documents and conditional requests. */
export async function startPackageHost(options: HostOptions): Promise<PackageHost> {
  const server = createServer((request, response) => {
    void respond(host, options, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on a port.');
  const host: PackageHost = {
    url: `http://127.0.0.1:${address.port}`,
    asked: [],
    statuses: [],
    trouble: () => undefined,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return host;
}

async function respond(
  host: PackageHost,
  options: HostOptions,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { method = '', url: path = '', headers } = request;
  const asked = { method, path, headers, body: await text(request) };
  host.asked.push(asked);
  const trouble = host.trouble(asked);
  if (trouble === undefined) sendDocument(options, asked, response);
  else misbehaviours[trouble](response);
  host.statuses.push(response.statusCode);
}

function sendDocument(
  { answer, validator = 'etag' }: HostOptions,
  asked: Asked,
  to: ServerResponse,
) {
  const document = documentFor(answer, asked);
  if (document instanceof Error) {
    to.writeHead(400, { 'content-type': 'application/json' }).end('{"message": "Bad Request"}');
    return;
  }
  if (document === undefined) {
    to.writeHead(404, { 'content-type': 'application/json' }).end('{"message": "Not Found"}');
    return;
  }
  const body = JSON.stringify(document);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
  const isUnchanged =
    validator === 'etag'
      ? asked.headers['if-none-match'] === etag
      : asked.headers['if-modified-since'] === LAST_MODIFIED;
  const version = validator === 'etag' ? { etag } : { 'last-modified': LAST_MODIFIED };
  if (isUnchanged) to.writeHead(304, version).end();
  else to.writeHead(200, { 'content-type': 'application/json', ...version }).end(body);
}

/** The answer to a request; an error if the request is invalid. */
function documentFor(answer: HostOptions['answer'], asked: Asked): unknown {
  try {
    return answer(asked);
  } catch (error) {
    return error instanceof Error ? error : new Error('It can not be answered.');
  }
}

const misbehaviours: Record<Trouble, (response: ServerResponse) => void> = {
  limited: (response) => {
    response.writeHead(429, { 'retry-after': String(RETRY_AFTER) }).end('Too many requests');
  },
  failing: (response) => {
    response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Server Error</h1>');
  },
  truncated: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
    response.write('{"info": {"name": "dja', () => response.destroy());
  },
  html: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>We are down for maintenance</title>');
  },
  slow: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{');
  },
};

/** The payloads in tests/fixtures/hosts of one host, by file name without its extension. */
export function readPayloads(host: string): Map<string, unknown> {
  const folder = join(ROOT, 'tests/fixtures/hosts', host);
  return new Map(
    readdirSync(folder).map((file) => {
      const payload: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [basename(file, '.json'), payload];
    }),
  );
}
