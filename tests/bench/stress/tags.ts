import { createHash } from 'node:crypto';
import type { Reply } from '../traffic/reader';

/** Remembers the bytes of each strong ETag, which must never identify others. */
export function knownTags() {
  const hashes = new Map<string, string>();
  const newest = new Map<string, string>();

  const findFault = (path: string, { headers, body }: Reply): string | undefined => {
    const { etag } = headers;
    if (etag === undefined || etag.startsWith('W/')) return undefined;
    newest.set(path, etag);
    const hash = createHash('sha1').update(body).digest('base64');
    const known = hashes.get(`${path} ${etag}`) ?? hash;
    hashes.set(`${path} ${etag}`, known);
    return known === hash ? undefined : 'its tag stood for other bytes before';
  };
  return { findFault, newestOf: (path: string) => newest.get(path) };
}
