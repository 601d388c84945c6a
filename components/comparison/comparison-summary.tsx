import { comparisonLink, isFiltered, withoutFilters } from '@/lib/comparison/query';
import type { ComparisonView } from '@/lib/comparison/view';
import { countOf, countShown } from '@/lib/text/wording';

interface ComparisonSummaryProps {
  path: string;
  view: ComparisonView;
}

/** How much of a comparison is shown, with a link that resets the filters. */
export function ComparisonSummary({ path, view }: ComparisonSummaryProps) {
  const { packages, total, features, alike, query } = view;
  return (
    <p className="text-caption text-quiet" role="status">
      {countShown(packages.length, total, 'package')} · {countOf(features.length, 'feature')}
      {alike > 0 && ` · ${countOf(alike, 'fact')} hidden because all agree`}
      {isFiltered(query) && (
        <>
          {' · '}
          <a href={comparisonLink(path, withoutFilters(query))}>Clear all filters</a>
        </>
      )}
    </p>
  );
}
