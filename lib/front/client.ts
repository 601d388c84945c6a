import type { IncomingMessage } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import proxyAddress from 'proxy-addr';

/** Whose request it is: the address, or of an IPv6 one its first half, since whoever has one has the 64 bits of addresses around it. */
export type FindClient = (request: IncomingMessage) => string;

/** By addresses, networks or the names that proxy-addr has for them, whose X-Forwarded-For is believed. */
export function clientFinder(trusted: string[]): FindClient {
  if (trusted.length === 0) return clientOfSocket();
  const trust = proxyAddress.compile(trusted);
  return (request) => {
    // A connection that its client has already cut has no address any more, and that is all that can be known then.
    const { remoteAddress } = request.socket;
    return remoteAddress === undefined ? '' : clientOf(proxyAddress(request, trust));
  };
}

/** Where no proxy is believed, a connection belongs to one client for good. */
function clientOfSocket(): FindClient {
  const known = new WeakMap<Socket, string>();
  return ({ socket }) => {
    const client = known.get(socket) ?? clientOf(socket.remoteAddress ?? '');
    known.set(socket, client);
    return client;
  };
}

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
