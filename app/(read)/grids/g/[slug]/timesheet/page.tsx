import type { Metadata } from 'next';
import { TimesheetLegend } from '@/components/charts/timesheet-legend';
import { ViewLinks } from '@/components/comparison/view-links';
import { PageFrame } from '@/app/page-frame';
import { SortLinks } from '@/components/tables/sort-links';
import { TimesheetTable } from '@/components/tables/timesheet-table';
import { findGrid } from '@/db/queries/grids';
import { listTimesheetPackages, listTimesheetVersions } from '@/db/queries/timesheet';
import { gridImage } from '@/lib/open-graph/links';
import { declaredQuery } from '@/lib/routes/query';
import { linkTo } from '@/lib/text/links';
import { listQuery } from '@/lib/list/query';
import { sortOptions } from '@/lib/list/sort-orders';
import {
  DEFAULT_TIMESHEET_SORT,
  sortTimesheet,
  timesheetSortFields,
  timesheetSorts,
} from '@/lib/timesheet/order';
import { timesheetRows } from '@/lib/timesheet/rows';
import { countOf } from '@/lib/text/wording';
import { readClock } from '../../../../../clock';
import { MissingPage, missingMetadata } from '../../../../missing-page';
import { pageMetadata, shared } from '../../../../page-metadata';
import { readBase } from '../../../../../address';
import { PageTrail } from '../../../../page-trail';
import { findGridOfPage } from '../load';

type Props = PageProps<'/grids/g/[slug]/timesheet'>;

const timesheetQuery = listQuery(timesheetSorts, DEFAULT_TIMESHEET_SORT).pick({ sort: true });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grid = findGrid((await params).slug);
  if (!grid) return missingMetadata;
  return pageMetadata({
    title: `${grid.title}: timeline`,
    description: `First known activity, releases and last commit of the packages in this grid. ${grid.description}`,
    openGraph: shared(gridImage(grid.slug), `${grid.title} compared`),
  });
}

export default async function TimesheetPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = declaredQuery('/grids/g/[slug]/timesheet', await searchParams);
  const grid = findGridOfPage({ slug, part: 'timesheet/', query });
  if (!grid) return <MissingPage name={slug} />;

  const { sort } = timesheetQuery.parse(query);
  const rows = timesheetRows(listTimesheetPackages(grid.id), listTimesheetVersions(grid.id));
  const path = `/grids/g/${slug}/`;
  const hrefOf = (other: string) =>
    linkTo(`${path}timesheet/`, { sort: other }, { sort: DEFAULT_TIMESHEET_SORT });
  const clock = readClock();
  return (
    <PageFrame width="wide">
      <PageTrail
        base={await readBase()}
        name="Timeline"
        trail={[
          { href: '/grids/', label: 'Grids' },
          { href: path, label: grid.title },
        ]}
      />
      <h1 className="text-title">
        <bdi>{grid.title}</bdi>: timeline
      </h1>
      <p className="mt-1 max-w-prose text-quiet" dir="auto">
        {grid.description}
      </p>
      <div className="mt-2 mb-4 text-table">
        <ViewLinks path={path} current="timeline" />
      </div>
      {rows.length === 0 ? (
        <p>No package has been added to this grid yet.</p>
      ) : (
        <>
          <p className="mb-2">
            Bars run from a project&rsquo;s first known activity to its last commit; ticks are
            releases.
          </p>
          <SortLinks orders={sortOptions(timesheetSortFields, sort)} sort={sort} hrefOf={hrefOf} />
          <TimesheetTable
            caption={`Timeline of ${countOf(rows.length, 'package')}`}
            rows={sortTimesheet(rows, sort, clock.now)}
            clock={clock}
            sort={sort}
            hrefOf={hrefOf}
          />
          <TimesheetLegend />
        </>
      )}
    </PageFrame>
  );
}
