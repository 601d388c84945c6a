import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { countContributed, listContributed } from '@/db/queries/contributed';
import { declaredQuery } from '@/lib/routes/query';
import { MissingPage, missingMetadata } from '../../../missing-page';
import { pageMetadata } from '../../../page-metadata';
import { findProfile } from '../load';
import { PackagePages } from '../package-pages';

type Props = PageProps<'/profiles/[account]/contributed'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const account = findProfile((await params).account);
  if (!account) return missingMetadata;
  const title = `Packages that ${account.name} contributed to`;
  return pageMetadata({ title, robots: { index: false } });
}

export default async function ContributedPage({ params, searchParams }: Props) {
  const account = findProfile((await params).account);
  if (!account) return <MissingPage name={(await params).account} />;
  const { id, name } = account;
  const path = `/profiles/${name}/`;
  return (
    <PageFrame>
      <Breadcrumbs trail={[{ href: path, label: name }]} />
      <h1 className="mb-4 text-title">Packages that {name} contributed to</h1>
      <PackagePages
        path={`${path}contributed/`}
        query={declaredQuery('/profiles/[account]/contributed', await searchParams)}
        total={countContributed(id)}
        list={(slice) => listContributed(id, slice)}
      />
    </PageFrame>
  );
}
