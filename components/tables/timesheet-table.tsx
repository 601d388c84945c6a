import { yearScale } from '@/components/charts/year-scale';
import type { Clock } from '@/lib/time';
import type { TimesheetRow } from '@/lib/timesheet/rows';
import { timeScale } from '@/lib/timesheet/scale';
import { ListTable } from './list-table';
import { SortHead } from './sort-head';
import { timesheetCells } from './timesheet-cells';

interface TimesheetTableProps {
  caption: string;
  rows: TimesheetRow[];
  clock: Clock;
  sort: string;
  hrefOf: (sort: string) => string;
}

/** Date columns hidden on narrow screens; the dates are shown below the bar instead. */
const NARROW = 'max-xl:hidden';
const HEAD = 'sticky top-0 z-1 bg-paper';

/** One package per row: its bar on the timeline, and the dates behind the bar. */
export function TimesheetTable({ caption, rows, clock, sort, hrefOf }: TimesheetTableProps) {
  const scale = timeScale(rows, clock.now);
  const head = { sort, hrefOf };
  return (
    <ListTable caption={caption}>
      <thead>
        <tr>
          <SortHead start="title" {...head} className={HEAD}>
            Package
          </SortHead>
          <th scope="col" className={`w-full text-quiet ${HEAD}`}>
            <span className="sr-only">
              From {scale.firstYear} to {scale.lastYear}
            </span>
            <span dangerouslySetInnerHTML={{ __html: yearScale(scale).__html }} />
          </th>
          <SortHead start="known_since" {...head} className={`${HEAD} ${NARROW}`}>
            Known since
          </SortHead>
          <th scope="col" className={`text-quiet ${HEAD} ${NARROW}`}>
            <span className="inline-block py-1">First release</span>
          </th>
          <SortHead start="-last_released" {...head} className={`${HEAD} ${NARROW}`}>
            Newest release
          </SortHead>
          <SortHead start="-last_updated" {...head} className={`${HEAD} ${NARROW}`}>
            Last commit
          </SortHead>
          <th scope="col" className={`text-quiet ${HEAD} ${NARROW}`}>
            <span className="inline-block py-1">Releases</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((it) => (
          <tr
            key={it.slug}
            className="hover:bg-accent-tint"
            dangerouslySetInnerHTML={{ __html: timesheetCells(it, scale, clock).__html }}
          />
        ))}
      </tbody>
    </ListTable>
  );
}
