import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import proxyAddress from 'proxy-addr';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

interface RateLimit {
  /** Requests a minute and client; 0 for any number. */
  limit: number;
  /** Addresses, networks or the names that proxy-addr knows, whose X-Forwarded-For is believed. */
  trusted: string[];
}

/** Counts a request and says so in its response's headers; whether there are too many already. */
export type CountRequest = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const MINUTE = 60;

/** The headers are those of draft-ietf-httpapi-ratelimit-headers-10. */
export function rateLimit({ limit, trusted }: RateLimit): CountRequest {
  if (limit === 0) return () => Promise.resolve(false);

  const counter = new RateLimiterMemory({ points: limit, duration: MINUTE });
  const trust = proxyAddress.compile(trusted);
  return async (request, response) => {
    const client = clientOf(proxyAddress(request, trust));
    const { isOver, remainingPoints, msBeforeNext } = await count(counter, client);
    const seconds = Math.ceil(msBeforeNext / 1000);
    response.setHeader('RateLimit-Policy', `"minute";q=${limit};w=${MINUTE}`);
    response.setHeader('RateLimit', `"minute";r=${remainingPoints};t=${seconds}`);
    if (isOver) response.setHeader('Retry-After', Math.max(1, seconds));
    return isOver;
  };
}

async function count(counter: RateLimiterMemory, client: string) {
  try {
    const { remainingPoints, msBeforeNext } = await counter.consume(client);
    return { isOver: false, remainingPoints, msBeforeNext };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { isOver: true, remainingPoints: 0, msBeforeNext: refusal.msBeforeNext };
  }
}

/** Whoever has one IPv6 address has the 64 bits of addresses around it. */
function clientOf(seen: string): string {
  // Some proxies write the port behind it.
  const address = seen
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^\[(.*)\](:\d+)?$/, '$1');
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter((it) => it !== '');
  const missing = 8 - groups.length - tail.split(':').filter((it) => it !== '').length;
  const all = [...groups, ...Array<string>(address.includes('::') ? missing : 0).fill('0')];
  return all.slice(0, 4).join(':');
}
