import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FeedLinks } from '@/components/layout/feed-links';
import { PageFrame } from '@/app/page-frame';
import { findCategory } from '@/db/queries/categories';
import { countPackages, listPackages } from '@/db/queries/packages';
import { feedPaths } from '@/lib/feeds/links';
import { DEFAULT_PACKAGE_SORT } from '@/lib/list/sort-orders';
import { declaredQuery } from '@/lib/routes/query';
import { packageList } from '@/lib/structured/things';
import { PackageList } from '../../packages/package-list';
import { alternates, listAddress, pageMetadata } from '../../page-metadata';
import { readBase } from '../../../address';
import { PageTrail } from '../../page-trail';
import { StructuredData } from '../../structured-data';

type Props = PageProps<'/categories/[slug]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const category = findCategory((await params).slug);
  if (!category) return {};
  const { slug, description } = category;
  const title = category.titlePlural || category.title;
  const feed = { path: feedPaths.category(slug), title: `New packages: ${title}` };
  return pageMetadata({
    title,
    description,
    alternates: alternates(
      listAddress(`/categories/${slug}/`, declaredQuery('/categories/[slug]', await searchParams)),
      [feed],
    ),
  });
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const category = findCategory(slug);
  if (!category) notFound();

  const title = category.titlePlural || category.title;
  const query = declaredQuery('/categories/[slug]', await searchParams);
  const base = await readBase();
  return (
    <PageFrame>
      <PageTrail base={base} trail={[{ href: '/categories/', label: 'Categories' }]} name={title} />
      {Object.keys(query).length === 0 && <CategoryData base={base} slug={slug} title={title} />}
      <h1 className="text-title" dir="auto">
        {title}
      </h1>
      <p className="mt-1 max-w-prose text-quiet" dir="auto">
        {category.description}
      </p>
      <p className="mt-1 mb-5 text-table">
        <FeedLinks label="Subscribe" path={feedPaths.category(slug)} />
      </p>
      <PackageList path={`/categories/${slug}/`} within={{ category: slug }} query={query} />
    </PageFrame>
  );
}

const LISTED = 20;

/** Structured data: the packages on the first page of the unfiltered list. */
function CategoryData({ base, slug, title }: { base: string; slug: string; title: string }) {
  const filter = { category: slug };
  const first = listPackages(filter, DEFAULT_PACKAGE_SORT, { limit: LISTED, offset: 0 });
  const total = countPackages(filter);
  return <StructuredData of={[packageList(base, title, first, total)]} />;
}
