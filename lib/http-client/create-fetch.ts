import { fetch as undiciFetch, type Response as UndiciResponse } from 'undici';
import { createAgent, publicLookup, systemLookup, type Lookup } from './agent';
import { checkUrl, parseUrl } from './check-url';
import { limitBody } from './limit-body';
import { locationOf, redirected, type Hop } from './redirect';
import { RefusedAddressError } from './refused-address-error';
import { startTimeLimit } from './time-limit';

export interface FetchOptions {
  /** Sent unless the request has its own. */
  userAgent: string;
  /** Milliseconds until the last byte, over all redirects. */
  timeout: number;
  /** Maximum size of a body, decompressed. */
  mostBytes: number;
  /** Origins that the operator configured, such as `http://127.0.0.1:4010`. Their addresses and ports may be any. */
  trustedOrigins: string[];
  /** Defaults to the resolver of the system. */
  lookup?: Lookup;
}

const MOST_REDIRECTS = 5;

/**
 * Creates a `fetch` for addresses that strangers have entered. It connects to public addresses only, follows at most 5 redirects by the
 * same rules, and limits time and size. It has no cookies, cache or proxy.
 *
 * The returned function throws RefusedAddressError if an address may not be requested, a `TimeoutError` like AbortSignal.timeout(), and
 * else what `fetch` throws. Reading a body that is too large fails.
 */
export function createFetch(options: FetchOptions): typeof fetch {
  const { userAgent, timeout, mostBytes, lookup = systemLookup } = options;
  const trusted = new Set(options.trustedOrigins.map((origin) => new URL(origin).origin));
  const agents = { trusted: createAgent(lookup), other: createAgent(publicLookup(lookup)) };

  const send = ({ url, isTrusted, method, headers, body }: Hop, signal: AbortSignal) =>
    undiciFetch(url, {
      method,
      headers: [...headers],
      body,
      redirect: 'manual',
      signal,
      dispatcher: isTrusted ? agents.trusted : agents.other,
    });

  const follow = async (first: Hop, redirect: RequestRedirect, signal: AbortSignal) => {
    let hop = first;
    for (let hops = 0; ; hops++) {
      const response = await send(hop, signal);
      const location = locationOf(response.status, response.headers);
      if (location === undefined || redirect === 'manual') return { response, hop, hops };
      await response.body?.cancel();
      if (redirect === 'error') throw new TypeError(`redirects to ${location}`);
      if (hops === MOST_REDIRECTS) throw new TypeError(`redirects more than ${hops} times`);
      hop = redirected(hop, response.status, location);
    }
  };

  return async (input, init) => {
    const url = parseUrl(input instanceof Request ? input.url : String(input));
    const isTrusted = trusted.has(url.origin);
    checkUrl(url, isTrusted);
    const request = new Request(input, init);
    const first = await hopOf(request, url, isTrusted);
    if (!first.headers.has('user-agent')) first.headers.set('user-agent', userAgent);
    const caller = init?.signal ?? (input instanceof Request ? input.signal : null);
    const { signal, end, abort } = startTimeLimit(timeout, caller);
    try {
      const { response, hop, hops } = await follow(first, request.redirect, signal);
      const reader = response.body?.getReader();
      const body = reader === undefined ? null : limitBody(reader, mostBytes, end);
      if (body === null) end();
      return asGlobalResponse(response, body, hop.url, hops > 0);
    } catch (error) {
      abort();
      throw refusalIn(error) ?? error;
    }
  };
}

async function hopOf(request: Request, url: URL, isTrusted: boolean): Promise<Hop> {
  const { method, headers } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return { url, isTrusted, method, headers: new Headers(headers), body };
}

/** The response as an instance of the global Response, which has neither URL nor redirects unless they are defined. */
function asGlobalResponse(
  { status, statusText, headers }: UndiciResponse,
  body: ReadableStream | null,
  url: URL,
  isRedirected: boolean,
): Response {
  const response = new Response(body, { status, statusText, headers: [...headers] });
  return Object.defineProperties(response, {
    url: { value: url.href },
    redirected: { value: isRedirected },
  });
}

/** The refusal of a lookup, which `fetch` wraps. */
function refusalIn(error: unknown): RefusedAddressError | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof RefusedAddressError ? cause : undefined;
}
