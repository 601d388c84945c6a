import { notFound } from 'next/navigation';
import { redirectToSlug } from '@/app/redirect-to-slug';
import { findPackage } from '@/db/queries/packages';
import { UsageToggle } from '../../../favorites/toggles';
import { signedIn } from '../../../signed-in';
import { PackageTrail } from '../../package-trail';

interface UsagePageProps {
  slug: string;
  verb: 'add' | 'remove';
}

/** Asks for confirmation, since a link on any page could send a GET request. The button names the change. */
export async function UsagePage({ slug, verb }: UsagePageProps) {
  const found = findPackage(slug);
  if (!found) {
    redirectToSlug({
      kind: 'package',
      name: slug,
      pathOf: (present) => `/packages/usage/${present}/${verb}/`,
    });
    notFound();
  }
  const { package: pkg } = found;
  const account = await signedIn(`/packages/usage/${slug}/${verb}/`);
  return (
    <>
      <PackageTrail pkg={pkg} hasEdit={false} />
      <h1 className="mb-4 text-title">
        Do you use <bdi>{pkg.title}</bdi>?
      </h1>
      <UsageToggle account={account.id} packageId={pkg.id} />
    </>
  );
}
