import type { Suggestion } from '@/lib/search/suggestions';
import { suggestionPath } from '@/lib/search/suggestions';

/** Links to packages and grids similar to what wasn't found. */
export function SuggestionLinks({ suggestions }: { suggestions: Suggestion[] }) {
  return (
    <ul className="mt-1">
      {suggestions.map((suggestion) => (
        <li key={`${suggestion.kind} ${suggestion.slug}`} className="py-1">
          <a href={suggestionPath(suggestion)} className="font-heading" dir="auto">
            {suggestion.title}
          </a>{' '}
          <span className="text-table text-quiet" dir="auto">
            {suggestion.description}
          </span>
        </li>
      ))}
    </ul>
  );
}
