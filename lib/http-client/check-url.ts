import { isIP } from 'node:net';
import { specialUseOf } from './public-address';
import { RefusedAddressError } from './refused-address-error';

/**
 * Parses a URL, relative to `base` if it is given.
 *
 * @throws {RefusedAddressError} if it is not a URL
 */
export function parseUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new RefusedAddressError(`${text} is not a valid URL`);
  return new URL(text, base);
}

/**
 * Checks what a URL itself tells. The addresses of a host name are checked when it is resolved; see createAgent.
 *
 * Only default ports are allowed: on others, public hosts run services that are not for everyone, and the site would be a port scanner.
 * An origin that the operator trusts may have any address and port.
 *
 * @throws {RefusedAddressError} if it may not be requested
 */
export function checkUrl(url: URL, isTrusted: boolean): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RefusedAddressError(`${url.href} is not an http or https URL`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new RefusedAddressError(`The URL for ${url.host} contains a user name or a password`);
  }
  if (isTrusted) return;
  checkLiteral(url);
  if (url.port !== '') {
    throw new RefusedAddressError(`${url.origin} does not use the default port of its protocol`);
  }
}

/** Node resolves no names that are addresses, so these are checked here. URL has normalized spellings such as 0x7f.1. */
function checkLiteral({ hostname }: URL): void {
  const ip = hostname.replace(/^\[|\]$/g, '');
  const use = isIP(ip) === 0 ? undefined : specialUseOf(ip);
  if (use !== undefined) throw new RefusedAddressError(`${ip} is ${use}`);
}
