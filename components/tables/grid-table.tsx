import { Names } from '@/components/text/names';
import { Age } from '@/components/text/age';
import type { ListedGrid } from '@/db/queries/grids';
import type { Clock } from '@/lib/time';
import { countOf, formatCount } from '@/lib/text/wording';
import { ListTable } from './list-table';
import { SortHead } from './sort-head';

interface GridTableProps {
  caption: string;
  grids: ListedGrid[];
  clock: Clock;
  sort: string;
  hrefOf: (sort: string) => string;
}

/** One grid per row: what it compares, then its figures. */
export function GridTable({ caption, grids, clock, sort, hrefOf }: GridTableProps) {
  const head = { sort, hrefOf };
  return (
    <ListTable caption={caption}>
      <thead>
        <tr>
          <SortHead start="title" {...head}>
            Grid
          </SortHead>
          <SortHead start="-gridpackage_count" {...head} className="max-sm:hidden">
            Packages
          </SortHead>
          <SortHead start="-active_gridpackage_count" {...head} className="max-md:hidden">
            Active
          </SortHead>
          <SortHead start="-feature_count" {...head} className="max-sm:hidden">
            Features
          </SortHead>
          <SortHead start="-modified" {...head} className="max-md:hidden">
            Edited
          </SortHead>
        </tr>
      </thead>
      <tbody>
        {grids.map((it) => (
          <tr key={it.slug} className="hover:bg-accent-tint">
            <th scope="row">
              <a href={`/grids/g/${it.slug}/`} className="font-heading" dir="auto">
                {it.title}
              </a>
              <span className="block max-w-prose text-quiet" dir="auto">
                {it.description}
              </span>
              <span className="block text-caption text-quiet">
                <Names names={it.leaders} />
              </span>
              <span className="mt-0.5 block text-caption text-quiet sm:hidden">
                {countOf(it.packageCount, 'package')}, {countOf(it.featureCount, 'feature')}
              </span>
            </th>
            <td className="max-sm:hidden">{formatCount(it.packageCount)}</td>
            <td className="max-md:hidden">{formatCount(it.activeCount)}</td>
            <td className="max-sm:hidden">{formatCount(it.featureCount)}</td>
            <td className="max-md:hidden">
              <Age time={it.modifiedAt} precision="time" clock={clock} />
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
