import type { Metadata } from 'next';
import { readBase } from '@/app/address';
import { PageFrame } from '@/app/page-frame';
import { FeedLinks } from '@/components/layout/feed-links';
import { findPackage } from '@/db/queries/packages';
import { feedPaths } from '@/lib/feeds/links';
import { declaredQuery } from '@/lib/routes/query';
import { History } from '../../../../history/history';
import { MissingPage, missingMetadata } from '../../../../missing-page';
import { alternates, pageMetadata } from '../../../../page-metadata';
import { PageTrail } from '../../../../page-trail';
import { loadPackage } from '../load';

type Props = PageProps<'/packages/p/[slug]/history'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = findPackage((await params).slug);
  if (!found) return missingMetadata;
  const { slug, title } = found.package;
  return pageMetadata({
    title: `History of ${title}`,
    alternates: alternates(`/packages/p/${slug}/history/`, [
      { path: feedPaths.packageChanges(slug), title: `Changes to ${title}` },
    ]),
  });
}

export default async function PackageHistoryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = declaredQuery('/packages/p/[slug]/history', await searchParams);
  const found = loadPackage(slug, 'history/');
  if (!found) return <MissingPage name={slug} />;
  const { id, title } = found.package;
  const path = `/packages/p/${slug}/`;
  const trail = [
    { href: '/packages/', label: 'Packages' },
    { href: path, label: title },
  ];
  return (
    <PageFrame>
      <PageTrail base={await readBase()} trail={trail} name="History" />
      <h1 className="mb-2 text-title">
        History of <bdi>{title}</bdi>
      </h1>
      <p className="mb-3 flex flex-wrap gap-x-4">
        <a href={`/packages/${slug}/mine/`}>Watch this package</a>
        <a href={`/packages/${slug}/flag/`}>Report this package</a>
      </p>
      <FeedLinks label="Subscribe" path={feedPaths.packageChanges(slug)} />
      <History scope={{ of: 'package', id }} path={`${path}history/`} query={query} />
    </PageFrame>
  );
}
