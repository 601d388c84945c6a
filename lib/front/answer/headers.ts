import type { OutgoingHttpHeaders } from 'node:http';
import type { Answer } from './answer';

/** What speaks of the way to the client, of a form of the body, or to Next's own scripts. */
const DROPPED =
  /^(connection|keep-alive|transfer-encoding|content-encoding|content-length|accept-ranges|date|etag|link|x-nextjs-.*)$/;

/** The headers of an answer of Next's that go to the client. */
export function keptHeaders(headers: OutgoingHttpHeaders): Answer['headers'] {
  const kept: Answer['headers'] = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || DROPPED.test(name)) continue;
    kept[name] = Array.isArray(value) ? value : String(value);
  }
  return kept;
}

/** What an answer depends on: what Next says, but for the headers of its own scripts, which the front forgets, and more. */
export function varyOf(given: string | string[] | undefined, more: string[]): string {
  const named = [given ?? []].flat().flatMap((it) => it.split(/\s*,\s*/));
  const own = named.filter((name) => name !== '' && !/^(rsc|next-.*)$/i.test(name));
  const all = [...own, 'Accept-Encoding', ...more];
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()].join(', ');
}
