import type { Suggestion } from '@/lib/search/suggestions';
import { SuggestionLinks } from './suggestion-links';

interface NothingFoundProps {
  q: string;
  nearest: Suggestion[];
}

/** Empty state of a search: similar names and what to do next. */
export function NothingFound({ q, nearest }: NothingFoundProps) {
  return (
    <div className="max-w-prose py-4">
      <p>
        Nothing here answers <q dir="auto">{q}</q>. Try fewer or shorter words, leave out conditions
        such as <code>django:5.2</code>, or{' '}
        <a href="/packages/" className="underline">
          see all packages
        </a>
        .
      </p>
      {nearest.length > 0 && (
        <>
          <p className="mt-4 text-quiet">Names that begin alike:</p>
          <SuggestionLinks suggestions={nearest} />
        </>
      )}
    </div>
  );
}
