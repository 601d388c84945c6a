import { SearchForm } from './search-form';

/** What a page says that does not exist: how to get on from here. */
export function NotFoundMessage() {
  return (
    <>
      <h1 className="text-title">There is no page at this address</h1>
      <p className="mt-3 max-w-prose [&_a]:underline">
        The package or grid may have another name here. Search for it, or look through{' '}
        <a href="/grids/">all grids</a>, <a href="/categories/">the categories</a> or{' '}
        <a href="/packages/">all packages</a>.
      </p>
      <div className="mt-6 flex max-w-prose">
        <SearchForm id="not-found-search" label="Find it" size="large" />
      </div>
    </>
  );
}
