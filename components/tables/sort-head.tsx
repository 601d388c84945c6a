import type { ReactNode } from 'react';

interface SortHeadProps {
  children: ReactNode;
  /** `start` is the order of the first click, such as `-repo_watchers`; a second click reverses it. */
  start: string;
  sort: string;
  hrefOf: (sort: string) => string;
  className?: string;
}

/** A column heading that sorts the list; a plain link, so that every order has a URL. */
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
