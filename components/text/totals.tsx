import { formatCount } from '@/lib/text/wording';

interface TotalsProps {
  totals: { label: string; count: number }[];
}

/** A row of totals. */
export function Totals({ totals }: TotalsProps) {
  return (
    <dl className="my-6 grid grid-cols-2 gap-y-4 border-y border-line py-4 sm:grid-cols-4 lg:grid-cols-8">
      {totals.map(({ label, count }) => (
        <div key={label} className="pr-4">
          <dt className="text-caption text-quiet">{label}</dt>
          <dd className="font-heading tabular">{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
