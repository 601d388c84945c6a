import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { listCategories } from '@/db/queries/categories';
import { countOf } from '@/lib/text/wording';

export const metadata: Metadata = {
  title: 'Categories',
  description: 'Django packages by type: apps, frameworks, projects and more.',
};

export default function CategoriesPage() {
  return (
    <PageFrame>
      <h1 className="text-title">Categories</h1>
      <p className="mt-1 max-w-prose text-quiet">
        Packages by type. To compare packages that do the same job, see the{' '}
        <a href="/grids/" className="underline">
          grids
        </a>
        .
      </p>
      <ul className="mt-6 max-w-prose">
        {listCategories().map(({ slug, title, plural, description, packageCount }) => (
          <li key={slug} className="border-b border-line py-3">
            <span className="flex items-baseline justify-between gap-4">
              <a href={`/categories/${slug}/`} className="font-heading" dir="auto">
                {plural || title}
              </a>
              <span className="text-table text-quiet tabular">
                {countOf(packageCount, 'package')}
              </span>
            </span>
            <span className="block text-table text-quiet" dir="auto">
              {description}
            </span>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
