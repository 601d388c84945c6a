import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageFrame } from '@/components/layout/page-frame';
import { findCategory } from '@/db/queries/categories';
import { PackageList } from '../../packages/package-list';

type Props = PageProps<'/categories/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const category = findCategory((await params).slug);
  if (!category) return {};
  return { title: category.titlePlural || category.title, description: category.description };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const category = findCategory(slug);
  if (!category) notFound();

  return (
    <PageFrame>
      <Breadcrumbs trail={[{ href: '/categories/', label: 'Categories' }]} />
      <h1 className="text-title">{category.titlePlural || category.title}</h1>
      <p className="mt-1 mb-5 max-w-prose text-quiet">{category.description}</p>
      <PackageList
        path={`/categories/${slug}/`}
        within={{ category: slug }}
        query={await searchParams}
      />
    </PageFrame>
  );
}
