import type { ReactNode } from 'react';
import { Button } from '@/components/layout/button';
import { comparisonLink, type ComparisonQuery } from '@/lib/comparison/query';
import { StateFields } from './state-fields';

interface TickFormProps {
  path: string;
  query: ComparisonQuery;
  /** Whether phones show two packages instead of this table. */
  isPaired: boolean;
  /** Whether there are more packages than those two. */
  hasTwo: boolean;
  /** The table with its checkboxes. */
  children: ReactNode;
}

/** Actions for the packages selected in a comparison; submits the page's state with them. */
export function TickForm({ path, query, isPaired, hasTwo, children }: TickFormProps) {
  return (
    <form action="/compare/" className="whole" data-paired={isPaired || undefined}>
      <StateFields query={query} without={[]} />
      {hasTwo && query.whole && (
        <p className="no-print mb-3 text-table sm:hidden">
          <a
            href={comparisonLink(path, { ...query, whole: false })}
            className="inline-block py-1 underline"
          >
            Show two packages at a time
          </a>
        </p>
      )}
      {children}
      <p className="no-print mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-table">
        <span className="text-quiet">Selected packages:</span>
        <Button>Compare selected</Button>
        <Button formAction={path}>Move selected to front</Button>
      </p>
    </form>
  );
}
