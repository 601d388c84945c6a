import { ImageResponse } from 'next/og';
import PQueue from 'p-queue';
import { PICTURE_SIZE, type Card } from '@/lib/open-graph/card';
import { CardPicture } from './card-picture';

/** Renders one at a time, because an image blocks the single thread for a tenth of a second. */
const queue = new PQueue({ concurrency: 1 });

/** Maximum queue length; later clients are told to try again. */
const MOST_WAITING = 20;

/** Maximum number of cached images, of 50 to 100 KB each. */
const MOST_KEPT = 100;

/** Recently rendered images by key, oldest first. */
const kept = new Map<string, ArrayBuffer>();

/** Renders an Open Graph image as PNG; `key` identifies it in the cache. Returns undefined if the queue is full. */
export async function renderCard(card: Card, key: string): Promise<ArrayBuffer | undefined> {
  const known = kept.get(key);
  if (known || queue.size >= MOST_WAITING) return known;
  return queue.add(async () => {
    const picture = kept.get(key) ?? (await draw(card));
    kept.set(key, picture);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT)))
      kept.delete(oldest);
    return picture;
  });
}

function draw(card: Card): Promise<ArrayBuffer> {
  return new ImageResponse(<CardPicture card={card} />, PICTURE_SIZE).arrayBuffer();
}
