import type { TrendingPackage } from '@/db/queries/trending';
import { commitRates } from '@/lib/package/commit-rates';
import { formatRate } from '@/lib/text/wording';

interface RisingBriefsProps {
  packages: TrendingPackage[];
}

/** A short list of packages with the commits per week they are listed for. */
export function RisingBriefs({ packages }: RisingBriefsProps) {
  return (
    <ul className="text-table">
      {packages.map(({ slug, title, description, commitsOver52 }) => {
        const { latest, before } = commitRates(commitsOver52 ?? []);
        return (
          <li key={slug} className="border-b border-line py-2">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <a href={`/packages/p/${slug}/`} className="font-heading" dir="auto">
                {title}
              </a>
              <span className="text-caption whitespace-nowrap text-quiet tabular">
                {formatRate(latest)} commits a week (was {formatRate(before)})
              </span>
            </span>
            <span className="block text-caption text-quiet" dir="auto">
              {description}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
