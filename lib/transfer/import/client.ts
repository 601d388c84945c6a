import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import PQueue from 'p-queue';
import pRetry, { type RetryContext } from 'p-retry';
import pTimeout from 'p-timeout';
import { retryAfterMillis } from './retry-after';

/** How an importer asks, so that no host is troubled by it. */
export interface Manners {
  /** Requests under way at a time. */
  concurrency: number;
  /** Requests begun in a second, at most. */
  rate: number;
  /** How often a request is made again. */
  retries: number;
  /** Milliseconds in which an answer has to be there, to its last byte. */
  timeout: number;
  /** Milliseconds before the first repetition; each further one waits about twice as long. */
  backOff: number;
  /** Bytes of one answer. */
  mostBytes: number;
  userAgent: string;
}

interface Reason {
  /** Of the answer; undefined where there was none that could be used. */
  status?: number;
  /** Milliseconds that the host asks to be left alone for. */
  wait?: number | undefined;
}

/** A host that could not be read; the message says what it answered. */
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

/** A host may ask for no longer pause than this. */
const LONGEST_WAIT = 10 * 60_000;

const LONGEST_BACK_OFF = 60_000;

export type Client = ReturnType<typeof createClient>;

interface Hooks {
  /** Told of each request that has to be made again, and why. */
  onRetry?: (message: string) => void;
}

/** Asks one host for JSON, and no other: what it leads to elsewhere is refused. Once a request has failed for good, no other is made. */
export function createClient(base: URL, manners: Manners, { onRetry }: Hooks = {}) {
  const { concurrency, rate, retries, backOff } = manners;
  const queue = new PQueue({ concurrency, ...intervalOf(rate) });
  const stop = new AbortController();
  const { signal } = stop;

  let pauses = 0;
  /** Other requests wait too when one of them was asked to, and when several were, until the last of them may go on. */
  const pause = async (millis: number) => {
    pauses += 1;
    queue.pause();
    await delay(millis, undefined, { signal });
    pauses -= 1;
    if (pauses === 0) queue.start();
  };

  const retry = {
    retries,
    signal,
    minTimeout: backOff,
    maxTimeout: LONGEST_BACK_OFF,
    randomize: true,
    shouldRetry: ({ error }: RetryContext) => isPassing(error),
    onFailedAttempt: async ({ error, retriesLeft }: RetryContext) => {
      if (signal.aborted || !isPassing(error) || retriesLeft === 0) return;
      const wait = error instanceof RemoteError ? error.wait : undefined;
      const pausing = wait === undefined ? '' : `, and asks for ${Math.ceil(wait / 1000)} s`;
      onRetry?.(`${error.message}${pausing}; it is asked again`);
      if (wait !== undefined) await pause(Math.min(wait, LONGEST_WAIT));
    },
  };

  /** Before the next request can begin, where the host asks to be left alone. */
  const heed = (error: unknown) => {
    if (error instanceof RemoteError && error.wait !== undefined && isPassing(error)) queue.pause();
  };

  const attempt = <Result>(address: URL, parse: (text: string) => Result) =>
    queue.add(async () => {
      try {
        return parse(await askOnce(address, base, manners, signal));
      } catch (error) {
        heed(error);
        throw error;
      }
    });

  /** What still waits for its turn ends too. */
  const giveUp = () => {
    stop.abort();
    queue.start();
  };

  /** Throws RemoteError. An answer that `parse` can't take may be a broken one, and is asked for again. */
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
    /** The same for what not every host has; undefined where this one refuses it, which is no reason to ask no further. */
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
    throw new RemoteError(`${address.href} answers with what is no JSON (${begin})`);
  }
}

/** One request each so many milliseconds, rather than many at once and then none. */
function intervalOf(rate: number) {
  return rate >= 1
    ? { interval: 1000, intervalCap: Math.floor(rate) }
    : { interval: Math.ceil(1000 / rate), intervalCap: 1 };
}

/** What no repetition helps. */
const isRefusal = (error: unknown) => error instanceof RemoteError && !isPassing(error);

/** What may go better another time: a busy host, a fault of it, a broken line. */
function isPassing(error: Error): boolean {
  if (!(error instanceof RemoteError)) return false;
  const { status } = error;
  return status === undefined || status === 408 || status === 429 || status >= 500;
}

/** The limit is no `AbortSignal.timeout()`, which Node 20 may collect as garbage before its time has come: then nothing would ever end. */
async function askOnce(
  address: URL,
  base: URL,
  manners: Manners,
  stop: AbortSignal,
): Promise<string> {
  const over = new AbortController();
  const { timeout: milliseconds } = manners;
  try {
    return await pTimeout(read(address, base, manners, over.signal), {
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

async function read(address: URL, base: URL, manners: Manners, signal: AbortSignal) {
  const response = await follow(address, base, manners, signal);
  if (response.ok) return readBody(response, address, manners.mostBytes);
  await response.body?.cancel();
  const wait = retryAfterMillis(response.headers.get('retry-after'), Date.now());
  const { status } = response;
  throw new RemoteError(`${address.href} answers ${status}`, { status, wait });
}

/** Follows redirects within the host, and refuses any other. */
async function follow(address: URL, base: URL, manners: Manners, signal: AbortSignal) {
  let current = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await fetch(current, {
      redirect: 'manual',
      signal,
      headers: { Accept: 'application/json', 'User-Agent': manners.userAgent },
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    current = sameHost(location, current, base);
  }
  throw refusal(`${address.href} leads from one address to the next without end`);
}

/** An address that a host names, if it is on that host. Throws RemoteError. */
export function sameHost(text: string, from: URL, base: URL): URL {
  const named = URL.canParse(text, from) ? new URL(text, from) : undefined;
  // Behind a proxy that ends TLS, hosts may think that they are asked by plain HTTP.
  if (named?.protocol === 'http:' && base.protocol === 'https:') named.protocol = 'https:';
  // Many hosts lead from plain HTTP to TLS; no host leads back.
  const isSafe = named?.protocol === base.protocol || named?.protocol === 'https:';
  const isSame = named?.host === base.host && isSafe && named.username === '';
  if (!isSame) throw refusal(`${from.href} leads to ${text}, which is not on ${base.host}`);
  return named;
}

/** A status that no repetition helps. */
export const refusal = (message: string) => new RemoteError(message, { status: 300 });

async function readBody(response: Response, address: URL, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > mostBytes) {
      throw refusal(`${address.href} answers with more than ${mostBytes} bytes`);
    }
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  // A file that is packed itself, rather than on its way.
  const isPacked = whole[0] === 0x1f && whole[1] === 0x8b;
  return (isPacked ? gunzipSync(whole, { maxOutputLength: mostBytes }) : whole).toString('utf8');
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return 'could not be read';
  if (error.name === 'TimeoutError') return `did not answer in full within ${timeout / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return `could not be read: ${cause}`;
}
