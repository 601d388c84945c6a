import type { Suggestion } from '@/lib/search/suggestions';
import { SuggestionLinks } from './suggestion-links';

interface NothingFoundProps {
  q: string;
  nearest: Suggestion[];
}

/** Empty state of a search: similar names and what to do next. */
export function NothingFound({ q, nearest }: NothingFoundProps) {
  return (
    <div className="max-w-prose py-2">
      <p>
        No results for <q dir="auto">{q}</q>. Try fewer or shorter words, remove filters such as{' '}
        <code>django:5.2</code>, or{' '}
        <a href="/packages/" className="underline">
          browse all packages
        </a>
        .
      </p>
      {nearest.length > 0 && (
        <>
          <p className="mt-4 text-quiet">Similar names:</p>
          <SuggestionLinks suggestions={nearest} />
        </>
      )}
    </div>
  );
}
