import { sparkline } from '@/components/charts/sparkline';
import type { TrendingPackage } from '@/db/queries/trending';
import { commitRates } from '@/lib/package/commit-rates';
import { DAY_ZONE, type Clock } from '@/lib/time';
import { describeDay, formatRate } from '@/lib/text/wording';
import { FROM_LARGE, FROM_MEDIUM, FROM_SMALL, healthColumn, starsColumn } from './package-columns';
import { PackageTable, type Column } from './package-table';

interface TrendingTableProps {
  packages: TrendingPackage[];
  clock: Clock;
}

/** Packages with their commits per week, recent and earlier, and a sparkline of the year. */
export function TrendingTable({ packages, clock }: TrendingTableProps) {
  return (
    <PackageTable
      caption="Trending packages: commits a week"
      packages={packages}
      headClassName="text-quiet [&_small]:whitespace-normal"
      below={({ commitsAsOf, commitsOver52 }) => (
        <span className="block text-caption text-quiet">
          <span className="sm:hidden">
            {formatRate(commitRates(commitsOver52 ?? []).latest)} commits a week (was{' '}
            {formatRate(commitRates(commitsOver52 ?? []).before)})
          </span>
          <span className="max-sm:hidden">
            {commitsAsOf !== null && `commits up to ${describeDay(commitsAsOf, DAY_ZONE)}`}
          </span>
        </span>
      )}
      columns={[healthColumn, ...commitColumns, { ...starsColumn(clock), className: FROM_LARGE }]}
    />
  );
}

const weeksOf = ({ commitsOver52 }: TrendingPackage) => commitsOver52 ?? [];

const commitColumns: Column<TrendingPackage>[] = [
  {
    head: headOf('Last 12 weeks', 'commits a week'),
    className: FROM_SMALL,
    cellClassName: `font-heading ${FROM_SMALL}`,
    cell: (row) => formatRate(commitRates(weeksOf(row)).latest),
  },
  {
    head: headOf('Previous 40 weeks', 'commits a week'),
    className: FROM_SMALL,
    cell: (row) => formatRate(commitRates(weeksOf(row)).before),
  },
  {
    head: headOf('52 weeks', 'commits'),
    className: FROM_MEDIUM,
    cellClassName: `${FROM_MEDIUM} [&_svg]:mt-1 [&_svg]:ml-auto [&_svg]:block [&_svg]:border-b [&_svg]:border-line [&_svg]:fill-quiet`,
    cell: { markup: (row) => sparkline(weeksOf(row)) },
  },
];

function headOf(period: string, unit: string) {
  return (
    <>
      {period}
      <small>{unit}</small>
    </>
  );
}
