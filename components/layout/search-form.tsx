import { MAX_SEARCH_LENGTH } from '@/lib/list/query';
import { Icon } from './icon';

interface SearchFormProps {
  /** Distinguishes the forms of one page, as `label` does for screen readers. */
  id: string;
  label: string;
  q?: string;
  size?: 'small' | 'large';
}

/** The site search. Scripts turn the field into a combobox and fill in its suggestions. */
export function SearchForm({ id, label, q, size = 'small' }: SearchFormProps) {
  return (
    <form
      action="/search/"
      role="search"
      aria-label={label}
      className="no-print flex w-full min-w-0 gap-2"
      data-size={size}
    >
      <label htmlFor={id} className="sr-only">
        Search packages and grids
      </label>
      <input
        id={id}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={MAX_SEARCH_LENGTH}
        placeholder={size === 'large' ? 'task queue, forms, allauth' : 'Search packages'}
        autoComplete="off"
        suppressHydrationWarning
        className="min-w-0 flex-1 rounded-md border border-edge bg-raised px-3 py-1.5 text-table placeholder:text-quiet in-data-[size=large]:py-2.5 in-data-[size=large]:text-body"
      />
      <search-suggestions suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
      <button
        type="submit"
        className="inline-flex cursor-pointer items-center gap-1.5 rounded-md border border-edge bg-raised px-3 text-table hover:border-accent hover:text-accent in-data-[size=large]:px-4 in-data-[size=large]:text-body"
      >
        <Icon name="search" /> <span className="max-sm:sr-only">Search</span>
      </button>
    </form>
  );
}
