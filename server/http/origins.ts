import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { socketOf } from '@/server/primary/sockets';

/** A request to an origin. */
export interface OriginRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body?: Buffer;
}

/** A complete response of an origin. */
export interface OriginResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** No origin can be reached, or the request crashed two of them. */
export class OriginError extends Error {
  override name = 'OriginError';
}

export interface Origins {
  /** Resolves to the complete response. Rejects with OriginError. */
  fetch: (key: string, request: OriginRequest) => Promise<OriginResponse>;
  /** Resolves to a response whose body is still to be read. Rejects with OriginError. */
  stream: (key: string, request: OriginRequest) => Promise<IncomingMessage>;
  /** Asks one origin and no other. */
  ask: (origin: number, request: OriginRequest) => Promise<OriginResponse>;
}

interface OriginOptions {
  folder: string;
  count: number;
  /** How long to wait for an origin that can be reached, in milliseconds: they start within a few seconds. */
  patience?: number;
}

/** How often to try again if no origin can be reached, in milliseconds. */
const TRY_EVERY = 50;

/** A response that makes no progress for this long is given up, in milliseconds. */
const SILENCE = 30_000;

/** An origin that takes longer than this for a response may hang, in milliseconds. */
const SLOW = 2000;

/** A request that crashed this many origins would probably crash any. */
const MOST_ENDED = 2;

/** Errors of a connection that was never established, so the request was not sent. */
const unreachable = ['ECONNREFUSED', 'ENOENT', 'EAGAIN', 'EMFILE'];

/**
 * Sends requests to the origins. Each key has an origin of its own, which remembers its responses, and the others take its place while it
 * restarts.
 */
export function openOrigins({ folder, count, patience = 5000 }: OriginOptions): Origins {
  /** When the requests in progress were sent to each origin, in milliseconds of the process; the oldest comes first. */
  const pending = Array.from({ length: count }, () => new Set<{ at: number }>());
  const agents = Array.from({ length: count }, () => new Agent({ keepAlive: true }));

  function send(origin: number, { method, url, headers, body }: OriginRequest) {
    return new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        ...{ socketPath: socketOf(folder, origin), agent: agents[origin], method, path: url },
        headers: { ...headers, ...(body && { 'content-length': body.length }) },
      };
      const sent = request(options, resolve);
      sent.setTimeout(SILENCE, () => {
        sent.destroy(new OriginError(`No response within ${SILENCE / 1000} seconds.`));
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }

  async function ask(origin: number, asked: OriginRequest): Promise<OriginResponse> {
    const begun = { at: performance.now() };
    pending[origin]?.add(begun);
    try {
      const response = await send(origin, asked);
      const { statusCode: status = 0, headers } = response;
      return { status, headers, body: Buffer.concat(await response.toArray()) };
    } finally {
      pending[origin]?.delete(begun);
    }
  }

  /** Whether an origin seems to hang; the others take its place until it is restarted. */
  function isSlow(origin: number): boolean {
    const [oldest] = pending[origin] ?? [];
    return oldest !== undefined && performance.now() - oldest.at > SLOW;
  }

  /** The origins in the order in which they are tried for a key. */
  function orderFor(key: string): number[] {
    const first = numberOf(key) % count;
    const all = agents.map((_, turn) => (first + turn) % count);
    return [...all.filter((it) => !isSlow(it)), ...all.filter(isSlow)];
  }

  /** Tries the origins in the order for a key, until one responds. */
  async function askAny<Result>(
    key: string,
    { method }: OriginRequest,
    work: (origin: number) => Promise<Result>,
  ): Promise<Result> {
    const begin = performance.now();
    let ended = 0;
    for (;;) {
      let last: unknown;
      for (const origin of orderFor(key)) {
        try {
          return await work(origin);
        } catch (error) {
          last = error;
          const wasSent = !isUnreachable(error);
          if (wasSent) ended += 1;
          const isRepeatable = !wasSent || method === 'GET' || method === 'HEAD';
          if (ended >= MOST_ENDED || !isRepeatable) throw new OriginError(String(error));
        }
      }
      if (performance.now() - begin > patience) throw new OriginError(String(last));
      await sleep(TRY_EVERY);
    }
  }

  return {
    fetch: (key, sent) => askAny(key, sent, (origin) => ask(origin, sent)),
    stream: (key, sent) => askAny(key, sent, (origin) => send(origin, sent)),
    ask,
  };
}

const isUnreachable = (error: unknown) =>
  error instanceof Error && 'code' in error && unreachable.includes(String(error.code));

/** The FNV-1a hash of a key. */
export function numberOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
