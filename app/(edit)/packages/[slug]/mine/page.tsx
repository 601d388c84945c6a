import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readClock } from '@/app/clock';
import { redirectToSlug } from '@/app/redirect-to-slug';
import { Section } from '@/components/layout/section';
import { Day } from '@/components/text/age';
import { findPackage } from '@/db/queries/packages';
import { countOf } from '@/lib/text/wording';
import { FavoriteToggle, UsageToggle } from '../../../favorites/toggles';
import { signedIn } from '../../../signed-in';
import { WatchToggle } from '../../../watching/watch-toggle';
import { PackageTrail } from '../../package-trail';
import { ListsOfPackage } from './lists-of-package';

export const metadata: Metadata = { title: 'Save, use and watch a package' };

/** What the user keeps about a package: the package's page is the same for everyone, so this has a page of its own. */
export default async function MinePage({ params }: PageProps<'/packages/[slug]/mine'>) {
  const { slug } = await params;
  const found = findPackage(slug);
  if (!found) {
    redirectToSlug({ kind: 'package', name: slug, pathOf: (it) => `/packages/${it}/mine/` });
    notFound();
  }
  const { package: pkg } = found;
  const account = await signedIn(`/packages/${slug}/mine/`);
  const of = { account: account.id, packageId: pkg.id };
  return (
    <>
      <PackageTrail pkg={pkg} hasEdit={false} />
      <h1 className="text-title">
        Save, use and watch <bdi>{pkg.title}</bdi>
      </h1>
      <Section id="favorite" title="Favorite">
        <p className="mb-3 max-w-prose">
          Find it again under{' '}
          <a href={`/profiles/${account.name}/favorites/`} className="underline">
            your favorites
          </a>
          , which {account.sharesFavorites ? 'everyone' : 'only you'} can see.
        </p>
        <FavoriteToggle {...of} />
      </Section>
      <Section id="use" title="Use">
        <p className="mb-3 max-w-prose">
          {pkg.usageCount === null || pkg.usageCount === 0
            ? 'Nobody has said that they use it yet.'
            : `${countOf(pkg.usageCount, 'person', 'people')} said that they use it`}
          {pkg.usageCount !== null && pkg.usageCount > 0 && pkg.usageCountedAt !== null && (
            <>
              {' '}
              (<Day time={pkg.usageCountedAt} precision="month" clock={readClock()} />)
            </>
          )}
          {pkg.usageCount !== null && pkg.usageCount > 0 && '. Only their number is shown.'}
        </p>
        <UsageToggle {...of} />
      </Section>
      <Section id="watch" title="Watch">
        <p className="mb-3 max-w-prose">
          Changes to it are listed under{' '}
          <a href="/watching/" className="underline">
            Watching
          </a>{' '}
          and in your feed.
        </p>
        <WatchToggle account={account.id} record={{ kind: 'package', id: pkg.id }} />
      </Section>
      <Section id="lists" title="Lists">
        <ListsOfPackage account={account} package={pkg} />
      </Section>
    </>
  );
}
