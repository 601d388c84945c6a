import { CompareForm } from '@/components/lists/compare-form';
import { TickCell, TickHead } from '@/components/lists/tick';
import { StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { LifecycleNote } from '@/components/text/lifecycle-note';
import type { LikedPackage } from '@/db/queries/liked';
import type { Clock } from '@/lib/time';
import { ListTable } from './list-table';

interface LikedTableProps {
  packages: LikedPackage[];
  clock: Clock;
}

/** Packages with the number of people who use each. */
export function LikedTable({ packages, clock }: LikedTableProps) {
  return (
    <CompareForm>
      <ListTable caption="Most used packages">
        <thead className="text-quiet">
          <tr>
            <TickHead />
            <th scope="col">Package</th>
            <th scope="col" className="max-md:hidden">
              Category
            </th>
            <th scope="col">Used by</th>
            <th scope="col">Stars</th>
          </tr>
        </thead>
        <tbody>
          {packages.map((it) => (
            <tr key={it.slug} className="hover:bg-accent-tint">
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
                  <bdi>{it.category.title}</bdi>
                </span>
              </th>
              <td className="max-md:hidden">
                <a href={`/categories/${it.category.slug}/`} className="text-ink" dir="auto">
                  {it.category.title}
                </a>
              </td>
              <td>
                <Count value={it.usageCount} />
              </td>
              <td>
                <Count value={it.stars} />
                {it.stars !== null && <StaleSince asOf={it.starsAt} clock={clock} />}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </CompareForm>
  );
}
