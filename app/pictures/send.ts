import type { Card } from '@/lib/pictures/card';
import { etagOf, isKnown } from '@/lib/api/etag';
import { drawCard } from './draw';

/** Counts up when cards are drawn otherwise, so that no one keeps a picture of the former look. */
const LOOK = 1;

/** A day: figures of packages move no faster, and a picture takes a tenth of a second to draw. */
const MAX_AGE = 86_400;

/** The picture of a page. Its tag comes from what it shows, so that a picture that a client has is not drawn again. */
export async function sendPicture(request: Request, card: Card): Promise<Response> {
  const etag = etagOf(JSON.stringify([LOOK, card]));
  const headers = { 'Cache-Control': `public, max-age=${MAX_AGE}`, ETag: etag };
  if (isKnown(request.headers, { etag, lastModified: undefined }))
    return new Response(null, { status: 304, headers });
  const picture = await drawCard(card, etag);
  return picture
    ? new Response(picture, { headers: { ...headers, 'Content-Type': 'image/png' } })
    : new Response('Too many pictures are being drawn.\n', {
        status: 503,
        headers: { 'Retry-After': '5' },
      });
}
