import type { OutgoingHttpHeaders } from 'node:http';
import { guardHeaders } from './guard-headers';

/** Response headers; names are lowercase. */
export type Headers = Record<string, string | string[]>;

/** Headers about the connection or the encoding of the body. */
const OF_ENCODING =
  /^(connection|keep-alive|transfer-encoding|content-encoding|content-length|accept-ranges|date|etag)$/;

/**
 * Headers for the connection to Next, its own scripts, or its host. Forms need to know that the site no longer has their action, after an
 * update.
 */
const OF_NEXT =
  /^(connection|keep-alive|link|refresh|x-matched-path|x-action-.*|x-middleware-.*|x-next(js)?-(?!action-not-found$).*)$/;

/** Returns the headers of Next's response that go to the client with any encoding of its body. */
export function withoutNextHeaders(headers: OutgoingHttpHeaders): Headers {
  return headersBut(headers, (name) => OF_ENCODING.test(name) || OF_NEXT.test(name));
}

/** Returns the headers of a response that is streamed through. */
export function streamedHeaders(headers: OutgoingHttpHeaders, url = '/'): Headers {
  const { vary, ...kept } = headersBut(headers, (name) => OF_NEXT.test(name));
  const named = namesIn(vary);
  return {
    ...kept,
    ...(named.length > 0 ? { vary: named.join(', ') } : {}),
    ...guardHeaders(url),
  };
}

function headersBut(headers: OutgoingHttpHeaders, isDropped: (name: string) => boolean) {
  const kept: Headers = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || isDropped(name)) continue;
    kept[name] = Array.isArray(value) ? value : String(value);
  }
  return kept;
}

/** Builds the Vary header from Next's, without the request headers of its own scripts, which are never passed on, plus some more. */
export function varyOf(given: string | string[] | undefined, more: string[]): string {
  const all = [...namesIn(given), 'Accept-Encoding', ...more];
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()].join(', ');
}

function namesIn(vary: string | string[] | undefined): string[] {
  const named = [vary ?? []].flat().flatMap((it) => it.split(/\s*,\s*/));
  return named.filter((name) => name !== '' && !/^(rsc|next-.*)$/i.test(name));
}
