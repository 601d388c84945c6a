import type { ReactNode } from 'react';
import { Button } from '@/components/layout/button';
import { MAX_SEARCH_LENGTH } from '@/lib/list/query';

interface FilterFormProps {
  action: string;
  label: string;
  q: string;
  isCut: boolean;
  /** Further fields, such as the sort order. */
  children?: ReactNode;
}

/** Search within a list. */
export function FilterForm({ action, label, q, isCut, children }: FilterFormProps) {
  return (
    <form action={action} className="no-print mb-4 flex flex-wrap items-end gap-3 text-table">
      <div className="min-w-0 flex-1 basis-60 sm:max-w-sm">
        <label htmlFor="filter-q" className="block text-caption text-quiet">
          {label}
        </label>
        <input
          id="filter-q"
          type="search"
          name="q"
          defaultValue={q}
          maxLength={MAX_SEARCH_LENGTH}
          aria-describedby={isCut ? 'filter-q-cut' : undefined}
          className="h-9 w-full rounded-md border border-edge bg-raised px-3"
        />
      </div>
      {children}
      <Button>Apply</Button>
      {isCut && (
        <p id="filter-q-cut" className="basis-full text-caption text-caution">
          Searches are limited to {MAX_SEARCH_LENGTH} characters; the rest was ignored.
        </p>
      )}
    </form>
  );
}
