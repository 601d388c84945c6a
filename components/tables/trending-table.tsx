import { sparkline } from '@/components/charts/sparkline';
import { CompareForm } from '@/components/lists/compare-form';
import { TickCell, TickHead } from '@/components/lists/tick';
import { StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import type { TrendingPackage } from '@/db/queries/trending';
import { commitRates } from '@/lib/package/commit-rates';
import { DAY_ZONE, type Clock } from '@/lib/time';
import { describeDay, formatRate } from '@/lib/text/wording';
import { ListTable } from './list-table';

interface TrendingTableProps {
  packages: TrendingPackage[];
  clock: Clock;
}

/** Packages with their commits per week, recent and earlier, and a sparkline of the year. */
export function TrendingTable({ packages, clock }: TrendingTableProps) {
  return (
    <CompareForm>
      <ListTable caption="Trending packages: commits a week">
        <thead className="text-quiet [&_small]:whitespace-normal">
          <tr>
            <TickHead />
            <th scope="col">Package</th>
            <th scope="col">
              Last 12 weeks<small>commits a week</small>
            </th>
            <th scope="col">
              40 before<small>commits a week</small>
            </th>
            <th scope="col" className="max-md:hidden">
              52 weeks<small>commits</small>
            </th>
            <th scope="col" className="max-md:hidden">
              Stars
            </th>
          </tr>
        </thead>
        <tbody>
          {packages.map((it) => (
            <TrendingRow key={it.slug} it={it} clock={clock} />
          ))}
        </tbody>
      </ListTable>
    </CompareForm>
  );
}

function TrendingRow({ it, clock }: { it: TrendingPackage; clock: Clock }) {
  const weeks = it.commitsOver52 ?? [];
  const { latest, before } = commitRates(weeks);
  return (
    <tr className="hover:bg-accent-tint">
      <TickCell slug={it.slug} title={it.title} />
      <th scope="row">
        <a href={`/packages/p/${it.slug}/`} className="font-heading" dir="auto">
          {it.title}
        </a>
        <span className="block max-w-prose text-quiet" dir="auto">
          {it.description}
        </span>
        <span className="block text-caption text-quiet">
          {it.commitsAsOf !== null && `commits to ${describeDay(it.commitsAsOf, DAY_ZONE)}`}
        </span>
      </th>
      <td className="font-heading">{formatRate(latest)}</td>
      <td>{formatRate(before)}</td>
      <td
        className="max-md:hidden [&_svg]:mt-1 [&_svg]:ml-auto [&_svg]:block [&_svg]:border-b [&_svg]:border-line [&_svg]:fill-quiet"
        dangerouslySetInnerHTML={{ __html: sparkline(weeks).__html }}
      />
      <td className="max-md:hidden">
        <Count value={it.stars} />
        {it.stars !== null && <StaleSince asOf={it.starsAt} clock={clock} />}
      </td>
    </tr>
  );
}
