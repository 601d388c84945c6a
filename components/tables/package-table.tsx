import { CompareForm } from '@/components/lists/compare-form';
import { TickCell, TickHead } from '@/components/lists/tick';
import { Age, StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { LifecycleNote } from '@/components/text/lifecycle-note';
import { Unknown } from '@/components/text/unknown';
import type { ListedPackage } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';
import { ListTable } from './list-table';
import { SortHead } from './sort-head';

interface PackageTableProps {
  caption: string;
  packages: ListedPackage[];
  clock: Clock;
  sort: string;
  hrefOf: (sort: string) => string;
}

/** Columns hidden on narrower screens; their values are shown below the description instead. */
const FROM_MEDIUM = 'max-md:hidden';
const FROM_LARGE = 'max-xl:hidden';

/** One package per row: what it is, then its figures. */
export function PackageTable({ caption, packages, clock, sort, hrefOf }: PackageTableProps) {
  const head = { sort, hrefOf };
  return (
    <CompareForm>
      <ListTable caption={caption}>
        <thead>
          <tr>
            <TickHead />
            <SortHead start="title" {...head}>
              Package
            </SortHead>
            <SortHead start="category" {...head} className={FROM_LARGE}>
              Category
            </SortHead>
            <th scope="col" className={`text-quiet ${FROM_LARGE}`}>
              <span className="inline-block py-1">Version</span>
            </th>
            <SortHead start="-health" {...head} className={FROM_MEDIUM}>
              Health
            </SortHead>
            <SortHead start="-repo_watchers" {...head}>
              Stars
            </SortHead>
            <SortHead start="-last_released" {...head} className={FROM_MEDIUM}>
              Newest release
            </SortHead>
            <SortHead start="-last_updated" {...head} className={FROM_MEDIUM}>
              Last commit
            </SortHead>
          </tr>
        </thead>
        <tbody>
          {packages.map((it) => (
            <PackageRow key={it.slug} it={it} clock={clock} />
          ))}
        </tbody>
      </ListTable>
    </CompareForm>
  );
}

interface PackageRowProps {
  it: ListedPackage;
  clock: Clock;
}

function PackageRow({ it, clock }: PackageRowProps) {
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
        <NarrowFacts it={it} clock={clock} />
      </th>
      <td className={FROM_LARGE}>
        <a href={`/categories/${it.category.slug}/`} className="text-ink" dir="auto">
          {it.category.title}
        </a>
      </td>
      <td className={`font-mono text-caption ${FROM_LARGE}`}>
        {it.lastReleaseNumber === null ? <Unknown /> : <bdi>{it.lastReleaseNumber}</bdi>}
      </td>
      <td className={FROM_MEDIUM}>
        <Count value={it.health} />
      </td>
      <td>
        <Count value={it.stars} />
        {it.stars !== null && <StaleSince asOf={it.starsAt} clock={clock} />}
      </td>
      <td className={FROM_MEDIUM}>
        <Age time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />
      </td>
      <td className={FROM_MEDIUM}>
        <Age time={it.lastCommitAt} precision="time" clock={clock} />
        {it.lastCommitAt !== null && (
          <StaleSince asOf={it.commitsAsOf} clock={clock} word="read in" />
        )}
      </td>
    </tr>
  );
}

/** The values of columns that narrower screens hide, as text. */
function NarrowFacts({ it, clock }: PackageRowProps) {
  return (
    <span className="block text-caption text-quiet xl:hidden">
      <bdi>{it.category.title}</bdi>
      {it.lastReleaseNumber !== null && (
        <>
          {' '}
          <bdi>{it.lastReleaseNumber}</bdi>
        </>
      )}
      <span className="md:hidden">
        ; health {it.health ?? 'unknown'},{' '}
        {it.lastReleaseAt === null ? (
          'release unknown'
        ) : (
          <>
            released{' '}
            <Age time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />
          </>
        )}
        , last commit{' '}
        {it.lastCommitAt === null ? (
          'unknown'
        ) : (
          <Age time={it.lastCommitAt} precision="time" clock={clock} />
        )}
      </span>
    </span>
  );
}
