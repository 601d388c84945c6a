import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import PQueue from 'p-queue';
import pRetry, { type RetryContext } from 'p-retry';
import pTimeout from 'p-timeout';
import { retryAfterMillis } from './retry-after';

/** Limits that keep the importer from overloading a host. */
export interface RequestPolicy {
  /** Maximum number of concurrent requests. */
  concurrency: number;
  /** Maximum number of requests started per second. */
  rate: number;
  /** Maximum number of retries per request. */
  retries: number;
  /** Milliseconds until a response must be complete, to its last byte. */
  timeout: number;
  /** Milliseconds before the first retry; about doubles with each further one. */
  backOff: number;
  /** Maximum size of a response, in bytes. */
  mostBytes: number;
  userAgent: string;
}

interface Reason {
  /** Of the response; undefined if there was no usable one. */
  status?: number;
  /** Milliseconds that the host asks us to wait. */
  wait?: number | undefined;
}

/** A host could not be read; the message says what it returned. */
export class RemoteError extends Error {
  override name = 'RemoteError';
  readonly status: number | undefined;
  readonly wait: number | undefined;

  constructor(message: string, { status, wait }: Reason = {}) {
    super(message);
    this.status = status;
    this.wait = wait;
  }
}

const MOST_REDIRECTS = 3;

/** Maximum pause that a host may ask for, in milliseconds. */
const LONGEST_WAIT = 10 * 60_000;

/** Maximum total of the pauses that a host may ask for, in milliseconds. */
const LONGEST_WAITS = 60 * 60_000;

const LONGEST_BACK_OFF = 60_000;

export type Client = ReturnType<typeof createClient>;

interface Hooks {
  /** Called for each request that has to be retried, with the reason. */
  onRetry?: (message: string) => void;
}

/**
 * Creates a client for a single host; redirects and links to other hosts are refused. Once a request has failed for good, no further
 * requests are made.
 */
export function createClient(base: URL, policy: RequestPolicy, { onRetry }: Hooks = {}) {
  const { concurrency, rate, retries, backOff } = policy;
  const queue = new PQueue({ concurrency, ...intervalOf(rate) });
  const stop = new AbortController();
  const { signal } = stop;

  let pauses = 0;
  /** Pauses all requests; if several pauses overlap, until the last of them ends. */
  const pause = async (millis: number) => {
    pauses += 1;
    queue.pause();
    await delay(millis, undefined, { signal });
    pauses -= 1;
    if (pauses === 0) queue.start();
  };

  let waited = 0;
  /** Whether to retry, even if that means waiting. */
  const isWorthwhile = (error: Error) => isPassing(error) && waited <= LONGEST_WAITS;

  const retry = {
    retries,
    signal,
    minTimeout: backOff,
    maxTimeout: LONGEST_BACK_OFF,
    randomize: true,
    shouldRetry: ({ error }: RetryContext) => isWorthwhile(error),
    onFailedAttempt: async ({ error, retriesLeft }: RetryContext) => {
      if (signal.aborted || !isPassing(error) || retriesLeft === 0) return;
      const wait = error instanceof RemoteError ? error.wait : undefined;
      waited += Math.min(wait ?? 0, LONGEST_WAIT);
      if (!isWorthwhile(error)) return;
      const asksForPause =
        wait === undefined ? '' : `, and asks to wait ${Math.ceil(wait / 1000)} s`;
      onRetry?.(`${error.message}${asksForPause}; retrying`);
      if (wait !== undefined) await pause(Math.min(wait, LONGEST_WAIT));
    },
  };

  /** Pauses the queue before the next request can start, if the host asks us to wait. */
  const pauseIfAsked = (error: unknown) => {
    if (error instanceof RemoteError && error.wait !== undefined && isPassing(error)) queue.pause();
  };

  const attempt = <Result>(address: URL, parse: (text: string) => Result) =>
    queue.add(async () => {
      try {
        return parse(await askOnce(address, base, policy, signal));
      } catch (error) {
        pauseIfAsked(error);
        throw error;
      }
    });

  /** Also ends the requests that are still queued. */
  const giveUp = () => {
    stop.abort();
    queue.start();
  };

  /** Throws RemoteError. A response that `parse` rejects may be corrupt, so the request is retried. */
  const ask = async <Result>(
    address: URL,
    parse: (text: string) => Result,
    isEnough: (error: unknown) => boolean = () => false,
  ): Promise<Result> => {
    try {
      return await pRetry(() => attempt(address, parse), retry);
    } catch (error) {
      if (!isEnough(error)) giveUp();
      throw error;
    }
  };

  return {
    read: (address: URL) => ask(address, (text) => text),
    readJson: (address: URL) => ask(address, (text) => parseJson(text, address)),
    /** Like `read`, for what not every host has. Returns undefined if this host refuses it; further requests are still made. */
    readIfThere: async (address: URL): Promise<string | undefined> => {
      try {
        return await ask(address, (text) => text, isRefusal);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return undefined;
      }
    },
  };
}

function parseJson(text: string, address: URL): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const begin = JSON.stringify(text.slice(0, 40));
    throw new RemoteError(`${address.href} did not return JSON (${begin})`);
  }
}

/** Queue limits for a rate: so many requests per second, or for rates below 1 a single request per longer interval. */
function intervalOf(rate: number) {
  return rate >= 1
    ? { interval: 1000, intervalCap: Math.floor(rate) }
    : { interval: Math.ceil(1000 / rate), intervalCap: 1 };
}

/** Errors that a retry would not fix. */
const isRefusal = (error: unknown) => error instanceof RemoteError && !isPassing(error);

/** Temporary errors: a busy host, a server error, a broken connection. */
function isPassing(error: Error): boolean {
  if (!(error instanceof RemoteError)) return false;
  const { status } = error;
  return status === undefined || status === 408 || status === 429 || status >= 500;
}

/** Doesn't use `AbortSignal.timeout()`, which Node 20 may garbage-collect before it fires: the request would then never end. */
async function askOnce(
  address: URL,
  base: URL,
  policy: RequestPolicy,
  stop: AbortSignal,
): Promise<string> {
  const over = new AbortController();
  const { timeout: milliseconds } = policy;
  try {
    return await pTimeout(read(address, base, policy, over.signal), {
      milliseconds,
      signal: stop,
    });
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    throw new RemoteError(`${address.href} ${reasonOf(error, milliseconds)}`);
  } finally {
    over.abort();
  }
}

async function read(address: URL, base: URL, policy: RequestPolicy, signal: AbortSignal) {
  const response = await follow(address, base, policy, signal);
  if (response.ok) return readBody(response, address, policy.mostBytes);
  await response.body?.cancel();
  const wait = retryAfterMillis(response.headers.get('retry-after'), Date.now());
  const { status } = response;
  throw new RemoteError(`${address.href} returned status ${status}`, { status, wait });
}

/** Follows redirects on the same host. Throws RemoteError for any other. */
async function follow(address: URL, base: URL, policy: RequestPolicy, signal: AbortSignal) {
  let current = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await fetch(current, {
      redirect: 'manual',
      signal,
      headers: { Accept: 'application/json', 'User-Agent': policy.userAgent },
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    current = sameHost(location, current, base);
  }
  throw refusal(`${address.href} redirects too often`);
}

/** Resolves a URL that a host names. Throws RemoteError if it is not on that host. */
export function sameHost(text: string, from: URL, base: URL): URL {
  const named = URL.canParse(text, from) ? new URL(text, from) : undefined;
  // Behind a TLS-terminating proxy, hosts may believe that they are requested over plain HTTP.
  if (named?.protocol === 'http:' && base.protocol === 'https:') named.protocol = 'https:';
  // Many hosts redirect from HTTP to HTTPS; none redirects back.
  const isSafe = named?.protocol === base.protocol || named?.protocol === 'https:';
  const isSame = named?.host === base.host && isSafe && named.username === '';
  if (!isSame) throw refusal(`${from.href} refers to ${text}, which is not on ${base.host}`);
  return named;
}

/** Creates an error that is not retried. */
export const refusal = (message: string) => new RemoteError(message, { status: 300 });

async function readBody(response: Response, address: URL, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > mostBytes) {
      throw refusal(`${address.href} returned more than ${mostBytes} bytes`);
    }
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  // A file that is gzipped itself, as opposed to by Content-Encoding.
  const isPacked = whole[0] === 0x1f && whole[1] === 0x8b;
  return (isPacked ? gunzipSync(whole, { maxOutputLength: mostBytes }) : whole).toString('utf8');
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return 'could not be read';
  if (error.name === 'TimeoutError') return `did not respond in full within ${timeout / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return `could not be read: ${cause}`;
}
