import { MAX_SEARCH_LENGTH } from '@/lib/list/query';
import { ReadAs } from './read-as';
import { countOf } from '@/lib/text/wording';

interface SearchSummaryProps {
  counts: { package: number; grid: number };
  corrected: string[] | undefined;
  isRelaxed: boolean;
  isCut: boolean;
  paging: { page: number; pages: number };
}

/** Number of results, and how the query was interpreted. */
export function SearchSummary(props: SearchSummaryProps) {
  const { counts, corrected, isRelaxed, isCut, paging } = props;
  const all = counts.package + counts.grid;
  return (
    <p className="mb-1 text-caption text-quiet" role="status">
      {countOf(counts.package, 'package')} and {countOf(counts.grid, 'grid')}
      {paging.pages > 1 && `, page ${paging.page} of ${paging.pages}`}.{' '}
      {all > 0 && <ReadAs corrected={corrected} isRelaxed={isRelaxed} />}
      {isCut && ` Searches are limited to ${MAX_SEARCH_LENGTH} characters; the rest was ignored.`}
    </p>
  );
}
