import { notFound } from 'next/navigation';
import { findPackageById } from '@/db/queries/packages';
import { idParameter } from '@/lib/edits/id-parameter';
import { PackageTrail } from '../packages/package-trail';
import { signedIn } from '../signed-in';
import { FavoriteToggle } from './toggles';

interface FavoritePageProps {
  /** The id in the path. */
  id: string;
  verb: 'add' | 'remove';
}

/** Asks for confirmation, since a link on any page could send a GET request. The button names the change. */
export async function FavoritePage({ id, verb }: FavoritePageProps) {
  const pkg = findPackageById(idParameter.parse(id));
  if (!pkg) notFound();
  const account = await signedIn(`/favorites/${verb}/${pkg.id}/`);
  return (
    <>
      <PackageTrail pkg={pkg} hasEdit={false} />
      <h1 className="mb-4 text-title">
        <bdi>{pkg.title}</bdi> as a favorite
      </h1>
      <FavoriteToggle account={account.id} packageId={pkg.id} />
    </>
  );
}
