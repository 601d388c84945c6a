import type { Metadata } from 'next';
import { FavoritePage } from '../../favorite-page';

export const metadata: Metadata = { title: 'Favorites' };

export default async function AddFavoritePage({ params }: PageProps<'/favorites/add/[id]'>) {
  return <FavoritePage id={(await params).id} verb="add" />;
}
