import type { ReactNode } from 'react';
import { Button } from '@/components/layout/button';
import { comparisonLink, type ComparisonQuery } from '@/lib/comparison/query';
import { StateFields } from './state-fields';

interface TickFormProps {
  path: string;
  query: ComparisonQuery;
  /** Whether a phone shows two packages in place of this. */
  isPaired: boolean;
  /** Whether there are more packages than those two. */
  hasTwo: boolean;
  /** The table with the ticks. */
  children: ReactNode;
}

/** What can be done with the packages that are ticked in a comparison. The state of the page goes along. */
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
        <span className="text-quiet">Ticked packages:</span>
        <Button>Compare only these</Button>
        <Button formAction={path}>Show these first</Button>
      </p>
    </form>
  );
}
