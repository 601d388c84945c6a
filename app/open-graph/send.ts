import type { Card } from '@/lib/open-graph/card';
import { etagOf, isKnown } from '@/lib/api/etag';
import { renderCard } from './render-card';

/** Increment when the design changes, so that clients don't keep images of the old one. */
const DESIGN_VERSION = 2;

/** One day, in seconds: figures change no faster, and rendering takes a tenth of a second. */
const MAX_AGE = 86_400;

/**
 * Sends the Open Graph image of a page. Its ETag is computed from its content, so images that the client already has aren't rendered
 * again.
 */
export async function sendImage(request: Request, card: Card): Promise<Response> {
  const etag = etagOf(JSON.stringify([DESIGN_VERSION, card]));
  const headers = { 'Cache-Control': `public, max-age=${MAX_AGE}`, ETag: etag };
  if (isKnown(request.headers, { etag, lastModified: undefined }))
    return new Response(null, { status: 304, headers });
  const image = await renderCard(card, etag);
  return image
    ? new Response(image, { headers: { ...headers, 'Content-Type': 'image/png' } })
    : new Response('Too many images are being generated.\n', {
        status: 503,
        headers: { 'Retry-After': '5' },
      });
}
