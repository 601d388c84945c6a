import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { Field, Form, Hidden } from '@/components/forms/form';
import { Refusal } from '@/components/forms/refusal';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Section } from '@/components/layout/section';
import { findWeeklyPick, listWeeklyPicks } from '@/db/queries/weekly-picks';
import { mayDo } from '@/lib/accounts/permissions';
import { weekOf, weekQuery, weeksFrom } from '@/lib/posts/week';
import { declaredQuery } from '@/lib/routes/query';
import { formatDay, type Micros } from '@/lib/time';
import { describeDay } from '@/lib/text/wording';
import { openForm } from '../run-form';
import { signedIn } from '../signed-in';
import { chooseOfWeek } from './actions';

export const metadata: Metadata = { title: 'Grid and package of the week' };

/** How many weeks can be chosen for, this one included. */
const WEEKS = 6;

const labels = { grid: 'Grid', package: 'Package', note: 'Reason' };

export default async function OfTheWeekPage({ searchParams }: PageProps<'/of-the-week'>) {
  const account = await signedIn('/of-the-week/');
  const { now } = readClock();
  const query = weekQuery.parse(declaredQuery('/of-the-week', await searchParams));
  const week = query.week ?? weekOf(now);
  return (
    <>
      <Breadcrumbs trail={[{ href: '/changelog/', label: 'Changelog' }]} />
      <h1 className="mb-3 text-title">Grid and package of the week</h1>
      {mayDo(account, 'post.write') ? (
        <>
          <p className="mb-4 max-w-prose">
            The home page shows them from Monday to Sunday. A week may have either or neither.
          </p>
          <Weeks chosen={week} now={now} />
          <WeekForm week={week} />
        </>
      ) : (
        <Refusal permission="post.write" />
      )}
    </>
  );
}

/** The coming weeks, with what is chosen for each. */
function Weeks({ chosen, now }: { chosen: Micros; now: Micros }) {
  const picks = new Map(listWeeklyPicks(weekOf(now)).map((it) => [it.week, it]));
  return (
    <ul className="text-table">
      {weeksFrom(now, WEEKS).map((week) => {
        const pick = picks.get(week);
        const names = [pick?.grid?.title, pick?.package?.title].filter((it) => it !== undefined);
        return (
          <li key={week} className="border-b border-line py-2">
            <a
              href={`/of-the-week/?week=${formatDay(week, 'UTC')}`}
              aria-current={week === chosen ? 'true' : undefined}
              className="aria-current:text-ink"
            >
              Week of {describeDay(week, 'UTC')}
            </a>{' '}
            <bdi className="text-quiet">{names.join(', ')}</bdi>
          </li>
        );
      })}
    </ul>
  );
}

async function WeekForm({ week }: { week: Micros }) {
  const pick = findWeeklyPick(week);
  const values = {
    week: formatDay(week, 'UTC'),
    grid: pick?.grid?.slug ?? '',
    package: pick?.package?.slug ?? '',
    note: pick?.note ?? '',
  };
  return (
    <Section id="week" title={`Week of ${describeDay(week, 'UTC')}`}>
      <Form action={chooseOfWeek} initial={await openForm(values)} submit="Save" labels={labels}>
        <Hidden name="week" />
        <Field
          name="grid"
          label={labels.grid}
          hint="Its title, or its name in URLs; empty for none."
        />
        <Field name="package" label={labels.package} hint="Its name; empty for none." />
        <Field
          name="note"
          label={labels.note}
          hint="Optional, in a sentence: why it is worth a look."
          isLong
        />
      </Form>
    </Section>
  );
}
