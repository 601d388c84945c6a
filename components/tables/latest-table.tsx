import { CompareForm } from '@/components/lists/compare-form';
import { TickCell, TickHead } from '@/components/lists/tick';
import { Day } from '@/components/text/age';
import type { ListedPackage } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';
import { ListTable } from './list-table';

interface LatestTableProps {
  packages: ListedPackage[];
  clock: Clock;
}

/** Packages with the date each was added. */
export function LatestTable({ packages, clock }: LatestTableProps) {
  return (
    <CompareForm>
      <ListTable caption="Latest packages">
        <thead className="text-quiet">
          <tr>
            <TickHead />
            <th scope="col">Package</th>
            <th scope="col" className="max-md:hidden">
              Category
            </th>
            <th scope="col">Added</th>
          </tr>
        </thead>
        <tbody>
          {packages.map((it) => (
            <tr key={it.slug} className="hover:bg-accent-tint">
              <TickCell slug={it.slug} title={it.title} />
              <th scope="row">
                <a href={`/packages/p/${it.slug}/`} className="font-heading" dir="auto">
                  {it.title}
                </a>
                <span className="block max-w-prose text-quiet" dir="auto">
                  {it.description}
                </span>
                <span className="block text-caption text-quiet md:hidden">
                  <bdi>{it.category.title}</bdi>
                </span>
              </th>
              <td className="max-md:hidden">
                <bdi>{it.category.title}</bdi>
              </td>
              <td>
                <span className="inline-block max-sm:w-26 max-sm:whitespace-normal">
                  <Day time={it.createdAt} precision="time" clock={clock} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </CompareForm>
  );
}
