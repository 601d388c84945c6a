import type { ReactNode } from 'react';

interface SortHeadProps {
  children: ReactNode;
  /** The sort that this column gives first, such as `-repo_watchers`, and the one it gives when it is sorted so already. */
  start: string;
  sort: string;
  hrefOf: (sort: string) => string;
  className?: string;
}

/** The head of a column that sorts the list; a plain link, so that every order has an address. */
export function SortHead({ children, start, sort, hrefOf, className }: SortHeadProps) {
  const turned = start.startsWith('-') ? start.slice(1) : `-${start}`;
  const isSorted = sort === start || sort === turned;
  const direction = sort.startsWith('-') ? 'descending' : 'ascending';
  return (
    <th scope="col" {...(isSorted ? { 'aria-sort': direction } : {})} className={className}>
      <a
        href={hrefOf(sort === start ? turned : start)}
        data-sorted={isSorted || undefined}
        className="inline-block py-1 whitespace-nowrap text-quiet hover:text-accent data-sorted:text-ink"
      >
        {children}
        {isSorted && <span aria-hidden="true"> {direction === 'descending' ? '↓' : '↑'}</span>}
      </a>
    </th>
  );
}
