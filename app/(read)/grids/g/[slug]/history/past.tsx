import { readClock } from '@/app/clock';
import { Differences } from '@/components/history/change-list';
import { DaysForm } from '@/components/history/days-form';
import { GridTable } from '@/components/history/grid-table';
import { Notice } from '@/components/layout/notice';
import { dayOf, daysQuery, readDays, type Day } from '@/lib/revisions/day';
import { gridRow } from '@/lib/revisions/rows';
import { linkTo } from '@/lib/text/links';
import { countOf, nameDay } from '@/lib/text/wording';
import { loadPast } from './load';

interface PastProps {
  grid: { id: number; title: string };
  /** Path of the page. */
  path: string;
  query: Record<string, unknown>;
}

/** A grid as it was at the end of a day, or what changed in it between two days. */
export function Past({ grid, path, query }: PastProps) {
  const { now } = readClock();
  const days = readDays(query, now);
  const asked = daysQuery.parse(query);
  if (!days) return null;
  const isFault = 'fault' in days;
  const given = isFault ? asked : { at: days.at.text, to: days.to?.text };
  return (
    <>
      <h1 className="mb-3 text-title">
        {isFault ? 'History of ' : days.to ? 'Changes to ' : ''}
        <bdi>{grid.title}</bdi>
        {!isFault && (days.to ? ` from ${span(days.at, days.to)}` : ` on ${nameDay(days.at.text)}`)}
      </h1>
      <DaysForm action={path} today={dayOf(now)} {...given} />
      {isFault ? (
        <Notice tone="bad">{days.fault}</Notice>
      ) : (
        <State grid={grid} path={path} days={days} isWhole={query['all'] !== undefined} />
      )}
      <p className="mt-4">
        <a href={path}>All changes</a>
      </p>
    </>
  );
}

const span = (at: Day, to: Day) => `${nameDay(at.text)} to ${nameDay(to.text)}`;

interface StateProps extends Omit<PastProps, 'query'> {
  days: { at: Day; to: Day | undefined };
  /** Whether rows without changes are shown too. */
  isWhole: boolean;
}

function State({ grid, path, days: { at, to }, isWhole }: StateProps) {
  const past = loadPast(grid.id, { at, to });
  return (
    <>
      <Beginning at={at} past={past} />
      {to ? (
        <Difference path={path} at={at} to={to} past={past} isWhole={isWhole} />
      ) : (
        past.earlier && <Snapshot at={at} past={past} />
      )}
    </>
  );
}

type PastGrid = ReturnType<typeof loadPast>;

/** Says what is unknown of days before the first change, or that the grid didn’t exist yet. */
function Beginning({ at, past: { first, earlier, isBeforeHistory } }: { at: Day; past: PastGrid }) {
  if (!first) return <p className="mb-3">No changes have been recorded, so it is as it is now.</p>;
  if (!isBeforeHistory) return null;
  const begins = nameDay(dayOf(first.at));
  return (
    <Notice>
      {earlier
        ? `The history of this grid begins on ${begins}. This is the grid before its first recorded change.`
        : `This grid was added on ${begins}, and did not exist on ${nameDay(at.text)}.`}
    </Notice>
  );
}

function Snapshot({ at, past: { earlier, table } }: { at: Day; past: PastGrid }) {
  const { title = '', description = '' } = gridRow.parse(earlier);
  return (
    <>
      <p className="mb-1 text-quiet">At the end of the day, UTC.</p>
      <p className="mb-4 max-w-prose">
        <strong dir="auto">{title}</strong>
        {description !== '' && (
          <>
            {': '}
            <bdi>{description}</bdi>
          </>
        )}
      </p>
      {table.columns.length + table.rows.length === 0 ? (
        <p>It had no packages and no features.</p>
      ) : (
        <GridTable caption={`Packages and features on ${nameDay(at.text)}`} table={table} />
      )}
    </>
  );
}

interface DifferenceProps extends Pick<StateProps, 'path' | 'isWhole'> {
  at: Day;
  to: Day;
  past: PastGrid;
}

function Difference({ path, at, to, past, isWhole }: DifferenceProps) {
  const { fields, changeCount, changed, table } = past;
  const shown = isWhole ? table : changed;
  const hasTable = shown.columns.length + shown.rows.length > 0;
  const query = { at: at.text, to: to.text };
  return (
    <>
      <p className="mb-4 text-quiet">
        {changeCount === 0 ? 'No changes' : countOf(changeCount, 'change')} between the ends of
        these days, UTC.
      </p>
      {fields.length > 0 && (
        <div className="mb-4">
          <Differences fields={fields} />
        </div>
      )}
      {hasTable && <GridTable caption={`Packages and features, ${span(at, to)}`} table={shown} />}
      {!hasTable && changeCount > 0 && <p>The packages, features and cells are the same.</p>}
      <p className="mt-3">
        {isWhole ? (
          <a href={linkTo(path, query)}>Show only what changed</a>
        ) : (
          <a href={linkTo(path, { ...query, all: '1' })}>Show unchanged rows too</a>
        )}
      </p>
    </>
  );
}
