import type { Metadata } from 'next';
import { FavoritePage } from '../../favorite-page';

export const metadata: Metadata = { title: 'Favorites' };

export default async function RemoveFavoritePage({ params }: PageProps<'/favorites/remove/[id]'>) {
  return <FavoritePage id={(await params).id} verb="remove" />;
}
