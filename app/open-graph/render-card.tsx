import { ImageResponse } from 'next/og';
import PQueue from 'p-queue';
import { IMAGE_SIZE, type Card } from '@/lib/open-graph/card';
import { CardImage } from './card-image';

/** Renders one at a time, because an image blocks the single thread for a tenth of a second. */
const queue = new PQueue({ concurrency: 1 });

/** Maximum queue length; later clients are told to try again. */
const MAX_QUEUED = 20;

/** Maximum number of cached images, of 50 to 100 KB each. */
const MAX_CACHED = 100;

/** Recently rendered images by key, oldest first. */
const rendered = new Map<string, ArrayBuffer>();

/** Renders an Open Graph image as PNG; `key` identifies it in the cache. Returns undefined if the queue is full. */
export async function renderCard(card: Card, key: string): Promise<ArrayBuffer | undefined> {
  const known = rendered.get(key);
  if (known || queue.size >= MAX_QUEUED) return known;
  return queue.add(async () => {
    const image = rendered.get(key) ?? (await renderPng(card));
    rendered.set(key, image);
    for (const oldest of [...rendered.keys()].slice(0, Math.max(0, rendered.size - MAX_CACHED)))
      rendered.delete(oldest);
    return image;
  });
}

function renderPng(card: Card): Promise<ArrayBuffer> {
  return new ImageResponse(<CardImage card={card} />, IMAGE_SIZE).arrayBuffer();
}
