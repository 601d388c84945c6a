import { BlockList, isIP } from 'node:net';

type Range = [network: string, prefix: number, what: string];

/**
 * IPv4 addresses that are not globally routable unicast: the IANA IPv4 Special-Purpose Address Registry (RFC 6890), less what it calls
 * globally reachable outside of 192.0.0.0/24, and multicast (RFC 5771).
 */
const IPV4_RANGES: Range[] = [
  ['0.0.0.0', 8, 'an address of this network'],
  ['10.0.0.0', 8, 'a private address'],
  ['100.64.0.0', 10, 'a shared address of a network provider'],
  ['127.0.0.0', 8, 'a loopback address'],
  ['169.254.0.0', 16, 'a link-local address'],
  ['172.16.0.0', 12, 'a private address'],
  ['192.0.0.0', 24, 'an address for protocols of the IETF'],
  ['192.0.2.0', 24, 'an address for documentation'],
  ['192.88.99.0', 24, 'a 6to4 relay address'],
  ['192.168.0.0', 16, 'a private address'],
  ['198.18.0.0', 15, 'an address for benchmarks'],
  ['198.51.100.0', 24, 'an address for documentation'],
  ['203.0.113.0', 24, 'an address for documentation'],
  ['224.0.0.0', 4, 'a multicast address'],
  ['255.255.255.255', 32, 'the broadcast address'],
  ['240.0.0.0', 4, 'a reserved address'],
];

/**
 * IPv6 addresses that are not globally routable unicast (IANA IPv6 Special-Purpose Address Registry). Those that embed an IPv4 address
 * are among them whatever it is: they are alternative spellings, and a gateway may turn them into a private one.
 */
const IPV6_RANGES: Range[] = [
  ['::', 128, 'the unspecified address'],
  ['::1', 128, 'the loopback address'],
  ['::', 96, 'an IPv4-compatible address'],
  ['::ffff:0:0', 96, 'an IPv4-mapped address'],
  ['::ffff:0:0:0', 96, 'an IPv4-translated address'],
  ['64:ff9b::', 96, 'a NAT64 address'],
  ['64:ff9b:1::', 48, 'a NAT64 address'],
  ['100::', 64, 'a discard-only address'],
  ['2001::', 32, 'a Teredo address'],
  ['2001::', 23, 'an address for protocols of the IETF'],
  ['2001:db8::', 32, 'an address for documentation'],
  ['2002::', 16, 'a 6to4 address'],
  ['3fff::', 20, 'an address for documentation'],
  ['5f00::', 16, 'a segment routing address'],
  ['fc00::', 7, 'a unique local address'],
  ['fe80::', 10, 'a link-local address'],
  ['fec0::', 10, 'a site-local address'],
  ['ff00::', 8, 'a multicast address'],
];

// Each range has a list of its own: one list for both families would match IPv4 addresses against ::ffff:0:0/96.
const listOf = (network: string, prefix: number, family: 'ipv4' | 'ipv6') => {
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list;
};

const named = (ranges: Range[], family: 'ipv4' | 'ipv6') =>
  ranges.map(([network, prefix, what]) => ({
    list: listOf(network, prefix, family),
    what: `${what} (${network}/${prefix})`,
  }));

const ipv4Ranges = named(IPV4_RANGES, 'ipv4');
const ipv6Ranges = named(IPV6_RANGES, 'ipv6');

/** All global unicast addresses that IANA has allocated so far. */
const ipv6Unicast = listOf('2000::', 3, 'ipv6');

/** What an address is, such as "a private address (10.0.0.0/8)", if it is not a globally routable unicast address. */
export function specialUseOf(ip: string): string | undefined {
  const family = isIP(ip);
  if (family === 0) return 'not an IP address';
  if (family === 4) return ipv4Ranges.find(({ list }) => list.check(ip, 'ipv4'))?.what;
  if (ip.includes('%')) return 'an address with a zone';
  const special = ipv6Ranges.find(({ list }) => list.check(ip, 'ipv6'))?.what;
  if (special !== undefined) return special;
  return ipv6Unicast.check(ip, 'ipv6') ? undefined : 'an address outside of 2000::/3';
}

/** Whether this is a globally routable unicast address, IPv4 or IPv6. */
export function isPublicAddress(ip: string): boolean {
  return specialUseOf(ip) === undefined;
}
