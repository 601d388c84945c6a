import type { Suggestion } from '@/db/queries/suggest';
import { suggestionPath } from '@/lib/search/suggestions';

/** Links to packages and grids similar to what wasn't found. */
export function SuggestionLinks({ suggestions }: { suggestions: Suggestion[] }) {
  return (
    <ul className="mt-1">
      {suggestions.map((it) => (
        <li key={`${it.kind} ${it.slug}`} className="py-1">
          <a href={suggestionPath(it)} className="font-heading" dir="auto">
            {it.title}
          </a>{' '}
          <span className="text-table text-quiet" dir="auto">
            {it.description}
          </span>
        </li>
      ))}
    </ul>
  );
}
