import type { ListedCategory } from '@/db/queries/categories';

interface CategoryBriefsProps {
  categories: ListedCategory[];
}

/** A short list of categories with the number of packages in each. */
export function CategoryBriefs({ categories }: CategoryBriefsProps) {
  return (
    <ul className="gap-x-10 text-table md:max-xl:columns-2">
      {categories.map(({ slug, plural, title, description, packageCount }) => (
        <li key={slug} className="break-inside-avoid border-b border-line py-2">
          <span className="flex items-baseline justify-between gap-3">
            <a href={`/categories/${slug}/`} className="font-heading" dir="auto">
              {plural || title}
            </a>
            <span className="text-caption text-quiet tabular">
              {packageCount}
              <span className="sr-only"> packages</span>
            </span>
          </span>
          <span className="block text-caption text-quiet" dir="auto">
            {description}
          </span>
        </li>
      ))}
    </ul>
  );
}
