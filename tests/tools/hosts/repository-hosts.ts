import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Asking, Validators } from '@/server/collectors/ask';

/** A request that a host got. */
export interface Received {
  method: string;
  url: URL;
  /** Path and query. */
  target: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is if it is a text, otherwise as JSON. */
  body?: unknown;
}

/** What a host can do wrong. `truncated` breaks off the connection, `cut` sends half of a document as if it were whole. */
export type Fault = 'error' | 'busy' | 'removed' | 'html' | 'truncated' | 'cut' | 'slow';

/** How long a slow response takes, in milliseconds. */
const SLOW = 2_000;

export type HostDouble = Awaited<ReturnType<typeof startHost>>;

/** Plays a host of repositories over HTTP, on a port of its own. Answers conditional requests if it has `etags`. */
export async function startHost(
  answer: (received: Received) => Reply,
  { etags = true }: { etags?: boolean } = {},
) {
  const received: Received[] = [];
  const faults: { fault: Fault; at: RegExp; times: number }[] = [];
  const server = createServer((request, response) => {
    void receive(request).then((got) => {
      received.push(got);
      const due = faults.find(({ at, times }) => times > 0 && at.test(got.target));
      if (due) due.times -= 1;
      const reply = due?.fault === 'busy' ? busy : answer(got);
      send(response, got, etags ? withEtag(got, reply) : reply, due?.fault);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on a port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    /** Misbehaves for requests whose path and query match, so many times. */
    misbehave: (fault: Fault, at = /^/, times = Infinity) => {
      faults.push({ fault, at, times });
    },
    /** Behaves again, and forgets what it got. */
    reset: () => {
      faults.length = 0;
      received.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function receive(request: IncomingMessage): Promise<Received> {
  // Tests put a number first to be another host for what limits requests to one.
  const target = (request.url ?? '/').replace(/^\/\d+(?=\/)/, '');
  const url = new URL(target, `http://${request.headers.host ?? ''}`);
  const { method = 'GET', headers } = request;
  return { method, url, target, headers, body: await text(request) };
}

const busy: Reply = {
  status: 429,
  headers: { 'retry-after': '90' },
  body: { message: 'Slow down' },
};

/** The tag of a document is the hash of its text, as weak as hosts' tags are. */
function withEtag(got: Received, reply: Reply): Reply {
  if (got.method !== 'GET' || (reply.status ?? 200) !== 200) return reply;
  const hash = createHash('sha256').update(textOf(reply.body)).digest('hex').slice(0, 32);
  const headers = { ...reply.headers, etag: `W/"${hash}"` };
  return got.headers['if-none-match'] === headers.etag
    ? { status: 304, headers }
    : { ...reply, headers };
}

const textOf = (body: unknown) =>
  typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);

function send(response: ServerResponse, got: Received, reply: Reply, fault?: Fault) {
  const { status = 200, headers = {}, body } = reply;
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  const whole = textOf(body);
  const end = (code: number, content: string, more: Record<string, string> = {}) => {
    response.writeHead(code, { 'content-type': `${type}; charset=utf-8`, ...headers, ...more });
    response.end(content);
  };
  const ways: Record<Fault, () => void> = {
    error: () => {
      end(500, '{"message":"Server Error"}');
    },
    busy: () => {
      end(status, whole);
    },
    removed: () => {
      end(451, '{"message":"Repository access blocked"}');
    },
    html: () => {
      end(200, '<!doctype html><title>Maintenance</title>', { 'content-type': 'text/html' });
    },
    cut: () => {
      end(status, whole.slice(0, whole.length / 2));
    },
    slow: () => {
      setTimeout(() => {
        end(status, whole);
      }, SLOW).unref();
    },
    truncated: () => {
      response.writeHead(status, { 'content-type': type, 'content-length': whole.length + 1 });
      response.write(whole.slice(0, whole.length / 2), () => response.destroy());
    },
  };
  if (fault) ways[fault]();
  else end(status, whole);
}

/** 2026-06-01, when the tests of collectors take place. */
export const NOW = Date.UTC(2026, 5, 1) * 1000;

/** What a collector asks hosts with in a test. Keeps validators for as long as it lives, and waits for a response half a second. */
export function askingOf({ patience = 500 } = {}) {
  const known = new Map<string, Validators>();
  const asking: Asking = {
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(patience) }),
    validators: {
      get: (url) => known.get(url),
      set: (url, validators) => void known.set(url, validators),
    },
    now: () => NOW,
  };
  return { asking, known };
}

/** The time of an ISO date in UTC, in microseconds. */
export const at = (iso: string) => Date.parse(iso) * 1000;
