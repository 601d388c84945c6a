import { ImageResponse } from 'next/og';
import { PICTURE_SIZE, type Card } from '@/lib/pictures/card';
import { CardPicture } from './card-picture';

/** A card as a PNG. */
export async function drawCard(card: Card): Promise<ArrayBuffer> {
  const picture = new ImageResponse(<CardPicture card={card} />, PICTURE_SIZE);
  return picture.arrayBuffer();
}
