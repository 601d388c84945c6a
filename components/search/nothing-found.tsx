import type { Suggestion } from '@/db/queries/suggest';
import { suggestionPath } from '@/lib/search/suggestions';

interface NothingFoundProps {
  q: string;
  nearest: Suggestion[];
}

/** Says that a search found nothing, what is near, and what to do. */
export function NothingFound({ q, nearest }: NothingFoundProps) {
  return (
    <div className="max-w-prose py-4">
      <p>
        Nothing here answers <q className="[overflow-wrap:anywhere]">{q}</q>. Try fewer or shorter
        words, leave out conditions such as <code>django:5.2</code>, or{' '}
        <a href="/packages/" className="underline">
          see all packages
        </a>
        .
      </p>
      {nearest.length > 0 && (
        <>
          <p className="mt-4 text-quiet">Names that begin alike:</p>
          <ul className="mt-1">
            {nearest.map((it) => (
              <li key={`${it.kind} ${it.slug}`} className="py-1">
                <a href={suggestionPath(it)} className="font-heading">
                  {it.title}
                </a>{' '}
                <span className="text-table text-quiet">{it.description}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
