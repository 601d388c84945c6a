import { ImageResponse } from 'next/og';
import PQueue from 'p-queue';
import { PICTURE_SIZE, type Card } from '@/lib/pictures/card';
import { CardPicture } from './card-picture';

/** One at a time, since a picture takes a tenth of a second of the one thread that everything else waits for. */
const queue = new PQueue({ concurrency: 1 });

/** So many may wait; who comes later is better told to come again. */
const MOST_WAITING = 20;

/** A picture has 50 to 100 KB. */
const MOST_KEPT = 100;

/** The last ones drawn, by what tells them apart, the oldest first. */
const kept = new Map<string, ArrayBuffer>();

/** A card as a PNG; `key` tells it from any other. Undefined where too many are waiting to be drawn. */
export async function drawCard(card: Card, key: string): Promise<ArrayBuffer | undefined> {
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
