import type { ReactNode } from 'react';

interface ListTableProps {
  caption: string;
  children: ReactNode;
}

/** Table for lists: name and text on the left, aligned figures on the right. */
export function ListTable({ caption, children }: ListTableProps) {
  return (
    <table className="w-full border-collapse text-table [&_td]:border-b [&_td]:border-line [&_td]:py-2 [&_td]:pl-3 [&_td]:text-right [&_td]:align-top [&_td]:whitespace-nowrap [&_td+th]:pl-2 [&_td:first-child]:pl-0 [&_th]:border-b [&_th]:border-line [&_th]:py-2 [&_th]:pl-4 [&_th]:align-top [&_th]:font-normal [&_th:first-child]:pl-0 [&_th:first-of-type]:text-left [&_th:first-of-type]:wrap-anywhere [&_th:not(:first-of-type)]:text-right [&_thead_th]:whitespace-nowrap">
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}
