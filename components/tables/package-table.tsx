import { Age, StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { Standing } from '@/components/text/standing';
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

const NARROW = 'max-md:hidden';

/** One package a row: what it is, then its figures. */
export function PackageTable({ caption, packages, clock, sort, hrefOf }: PackageTableProps) {
  const head = { sort, hrefOf };
  return (
    <ListTable caption={caption}>
      <thead>
        <tr>
          <SortHead start="title" {...head}>
            Package
          </SortHead>
          <SortHead start="category" {...head} className={NARROW}>
            Category
          </SortHead>
          <th scope="col" className={`text-quiet ${NARROW}`}>
            <span className="inline-block py-1">Version</span>
          </th>
          <SortHead start="-repo_watchers" {...head}>
            Stars
          </SortHead>
          <SortHead start="-last_released" {...head} className={NARROW}>
            Last release
          </SortHead>
          <SortHead start="-last_updated" {...head} className={NARROW}>
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
  );
}

function PackageRow({ it, clock }: { it: ListedPackage; clock: Clock }) {
  return (
    <tr className="hover:bg-accent-tint">
      <th scope="row">
        <a href={`/packages/p/${it.slug}/`} className="font-heading">
          {it.title}
        </a>{' '}
        <Standing isDeprecated={it.isDeprecated} isArchived={it.isArchived} />
        <span className="block max-w-prose text-quiet">{it.description}</span>
        <span className="block text-caption text-quiet md:hidden">
          {it.category.title}
          {it.latestVersion !== null && ` ${it.latestVersion}`}; released{' '}
          <Age time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />, last
          commit <Age time={it.lastCommitAt} precision="time" clock={clock} />
        </span>
      </th>
      <td className={NARROW}>
        <a href={`/categories/${it.category.slug}/`} className="text-ink">
          {it.category.title}
        </a>
      </td>
      <td className={`font-mono text-caption ${NARROW}`}>{it.latestVersion ?? <Unknown />}</td>
      <td>
        <Count value={it.stars} />
        {it.stars !== null && <StaleSince asOf={it.starsAt} clock={clock} />}
      </td>
      <td className={NARROW}>
        <Age time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />
      </td>
      <td className={NARROW}>
        <Age time={it.lastCommitAt} precision="time" clock={clock} />
      </td>
    </tr>
  );
}
