import { ImageResponse } from 'next/og';
import type { Card } from '@/lib/pictures/card';
import { CardPicture } from './card-picture';

/** As Open Graph and Twitter's large cards want them. */
export const PICTURE_SIZE = { width: 1200, height: 630 };

/** A card as a PNG. */
export async function drawCard(card: Card): Promise<ArrayBuffer> {
  const picture = new ImageResponse(<CardPicture card={card} />, PICTURE_SIZE);
  return picture.arrayBuffer();
}
