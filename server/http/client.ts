import type { IncomingMessage } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import proxyAddress from 'proxy-addr';

/** Identifies the client of a request by its IP address; for IPv6 by the /64 network, since its owner has all addresses in it. */
export type FindClient = (request: IncomingMessage) => string;

/** Creates a client finder. `trusted` are addresses, networks or proxy-addr's names of networks whose X-Forwarded-For is believed. */
export function clientFinder(trusted: string[]): FindClient {
  if (trusted.length === 0) return clientOfSocket();
  const trust = proxyAddress.compile(trusted);
  return (request) => {
    // A connection that its client has already closed has no address any more.
    const { remoteAddress } = request.socket;
    return remoteAddress === undefined ? '' : clientOf(proxyAddress(request, trust));
  };
}

/** Without trusted proxies, a connection belongs to one client for good. */
function clientOfSocket(): FindClient {
  const known = new WeakMap<Socket, string>();
  return ({ socket }) => {
    const client = known.get(socket) ?? clientOf(socket.remoteAddress ?? '');
    known.set(socket, client);
    return client;
  };
}

function clientOf(seen: string): string {
  // Some proxies append the port.
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
