import { createHash } from 'node:crypto';
import { knownTag } from '@/lib/http/validators';
import type { Card } from '@/lib/open-graph/card';
import { routes, type RoutePath } from '@/lib/routes/table';
import { renderCard } from './render-card';

/** Increment when the design changes, so that clients don't keep images of the old one. */
const DESIGN_VERSION = 2;

/**
 * Sends the Open Graph image of a page. Its ETag is computed from its content, so images that the client already has aren't rendered
 * again.
 */
export async function sendImage(route: RoutePath, request: Request, card: Card): Promise<Response> {
  const etag = etagOf(JSON.stringify([DESIGN_VERSION, card]));
  const headers = { 'Cache-Control': `public, max-age=${routes[route].seconds}`, ETag: etag };
  const known = { tags: request.headers.get('if-none-match'), since: undefined };
  if (knownTag(known, { etags: [etag], modifiedAt: undefined }) !== undefined) {
    return new Response(null, { status: 304, headers });
  }
  const image = await renderCard(card, etag);
  return image
    ? new Response(image, { headers: { ...headers, 'Content-Type': 'image/png' } })
    : new Response('Too many images are being generated.\n', {
        status: 503,
        headers: { 'Retry-After': '5' },
      });
}

function etagOf(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}
