import { CompareForm } from '@/components/lists/compare-form';
import { TickCell, TickHead } from '@/components/lists/tick';
import { Age, StaleSince } from '@/components/text/age';
import { AnswerMark } from '@/components/text/answer-mark';
import { Count } from '@/components/text/count';
import { LifecycleNote } from '@/components/text/lifecycle-note';
import type { ReadyPackage } from '@/db/queries/readiness';
import { explainAnswer } from '@/lib/package/readiness';
import type { Clock } from '@/lib/time';
import { ListTable } from './list-table';
import { SortHead } from './sort-head';

interface ReadinessTableProps {
  /** The release in question, such as `Django 5.2`. */
  release: string;
  packages: ReadyPackage[];
  clock: Clock;
  sort: string;
  hrefOf: (sort: string) => string;
}

const NARROW = 'max-md:hidden';

/** One package per row: what it declares about a release, then its figures. */
export function ReadinessTable({ release, packages, clock, sort, hrefOf }: ReadinessTableProps) {
  const head = { sort, hrefOf };
  return (
    <CompareForm>
      <ListTable caption={`What packages say of ${release}`}>
        <thead>
          <tr>
            <TickHead />
            <SortHead start="title" {...head}>
              Package
            </SortHead>
            <th scope="col" className="text-quiet">
              <span className="inline-block py-1">{release}</span>
            </th>
            <SortHead start="-repo_watchers" {...head}>
              Stars
            </SortHead>
            <SortHead start="-last_released" {...head} className={NARROW}>
              Newest release
            </SortHead>
            <SortHead start="-health" {...head} className={NARROW}>
              Health
            </SortHead>
          </tr>
        </thead>
        <tbody>
          {packages.map((it) => (
            <ReadinessRow key={it.slug} it={it} clock={clock} />
          ))}
        </tbody>
      </ListTable>
    </CompareForm>
  );
}

function ReadinessRow({ it, clock }: { it: ReadyPackage; clock: Clock }) {
  return (
    <tr className="hover:bg-accent-tint">
      <TickCell slug={it.slug} title={it.title} />
      <th scope="row">
        <a href={`/packages/p/${it.slug}/`} className="font-heading" dir="auto">
          {it.title}
        </a>{' '}
        <LifecycleNote it={it} clock={clock} />
        <span className="block max-w-prose text-quiet" dir="auto">
          {it.description}
        </span>
        <span className="block text-caption text-quiet md:hidden">
          {it.lastReleaseAt === null ? (
            'release unknown'
          ) : (
            <>
              released{' '}
              <Age time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />
            </>
          )}
          {it.health === null ? ', health unknown' : `, health ${it.health}`}
        </span>
      </th>
      <td className="whitespace-normal! [&_small]:whitespace-normal">
        <AnswerMark answer={it.answer} />
        <span className="block text-caption text-quiet">{explainAnswer(it)}</span>
        {it.answer !== 'unknown' && <StaleSince asOf={it.readAt} clock={clock} word="read in" />}
      </td>
      <td>
        <Count value={it.stars} />
        {it.stars !== null && <StaleSince asOf={it.starsAt} clock={clock} />}
      </td>
      <td className={NARROW}>
        <Age time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />
      </td>
      <td className={NARROW}>
        <Count value={it.health} />
      </td>
    </tr>
  );
}
