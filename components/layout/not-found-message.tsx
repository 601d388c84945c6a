import type { Suggestion } from '@/lib/search/suggestions';
import { SuggestionLinks } from '../search/suggestion-links';
import { SearchForm } from './search-form';

interface NotFoundMessageProps {
  /** Packages and grids that the user may have meant. */
  nearest?: Suggestion[];
}

/** The message of a 404 page, with ways to continue. */
export function NotFoundMessage({ nearest = [] }: NotFoundMessageProps) {
  return (
    <>
      <h1 className="text-title">Page not found</h1>
      {nearest.length > 0 && (
        <section className="mt-3 max-w-prose" aria-labelledby="nearest-names">
          <h2 id="nearest-names" className="text-lead">
            Did you mean:
          </h2>
          <SuggestionLinks suggestions={nearest} />
        </section>
      )}
      <p className="mt-3 max-w-prose [&_a]:underline">
        There is no page at this address. Search for a package or grid, or browse{' '}
        <a href="/grids/">grids</a>, <a href="/categories/">categories</a> or{' '}
        <a href="/packages/">packages</a>.
      </p>
      <div className="mt-6 flex max-w-prose">
        <SearchForm id="not-found-search" label="Find it" size="large" />
      </div>
    </>
  );
}
