import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { currentAccount } from '@/app/session';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { countFavorites, listFavorites } from '@/db/queries/favorites';
import { declaredQuery } from '@/lib/routes/query';
import { MissingPage, missingMetadata } from '../../../missing-page';
import { pageMetadata } from '../../../page-metadata';
import { findProfile } from '../load';
import { PackagePages } from '../package-pages';

type Props = PageProps<'/profiles/[account]/favorites'>;

/** The account, if the user may see its favorites: everyone may if it shares them, but nobody those of a banned one. */
async function findShown(params: Props['params']) {
  const account = findProfile((await params).account);
  if (account?.bannedAt !== null) return undefined;
  const viewer = await currentAccount();
  return account.sharesFavorites || viewer?.id === account.id ? account : undefined;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const account = await findShown(params);
  if (!account) return missingMetadata;
  return pageMetadata({ title: `Favorites of ${account.name}`, robots: { index: false } });
}

export default async function FavoritesPage({ params, searchParams }: Props) {
  const account = await findShown(params);
  if (!account) return <MissingPage name={(await params).account} />;
  const { id, name, sharesFavorites } = account;
  const path = `/profiles/${name}/`;
  return (
    <PageFrame>
      <Breadcrumbs trail={[{ href: path, label: name }]} />
      <h1 className="mb-4 text-title">Favorites of {name}</h1>
      {!sharesFavorites && <p className="mb-4 text-quiet">Only you can see them.</p>}
      <PackagePages
        path={`${path}favorites/`}
        query={declaredQuery('/profiles/[account]/favorites', await searchParams)}
        total={countFavorites(id)}
        list={(slice) => listFavorites(id, slice)}
      />
    </PageFrame>
  );
}
