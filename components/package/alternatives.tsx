import { CompareForm } from '@/components/lists/compare-form';
import { TickCell, TickHead } from '@/components/lists/tick';
import { Age } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { ListTable } from '@/components/tables/list-table';
import type { Alternative } from '@/lib/comparison/alternatives';
import type { Clock } from '@/lib/time';
import { countOf } from '@/lib/text/wording';

interface AlternativesProps {
  /** The package that the page is about. */
  of: { slug: string; title: string };
  alternatives: Alternative[];
  clock: Clock;
}

/** Packages for the same job, closest first. */
export function Alternatives({ of, alternatives, clock }: AlternativesProps) {
  return (
    <CompareForm subject={of}>
      <ListTable caption="Alternatives: packages that share a grid with this one">
        <thead className="text-caption text-quiet">
          <tr>
            <TickHead />
            <th scope="col">Package</th>
            <th scope="col">Stars</th>
            <th scope="col" className="max-sm:hidden">
              Last commit
            </th>
            <th scope="col" className="max-sm:hidden">
              In common
            </th>
          </tr>
        </thead>
        <tbody>
          {alternatives.map((alternative) => (
            <tr key={alternative.slug} className="hover:bg-accent-tint">
              <TickCell slug={alternative.slug} title={alternative.title} />
              <th scope="row">
                <a href={`/packages/p/${alternative.slug}/`} className="font-heading" dir="auto">
                  {alternative.title}
                </a>
                <span className="block text-quiet" dir="auto">
                  {alternative.description}
                </span>
                <span className="block text-caption text-quiet sm:hidden">
                  {countOf(alternative.sharedGrids, 'grid')} in common; last commit{' '}
                  <Age time={alternative.lastCommitAt} precision="time" clock={clock} />
                </span>
              </th>
              <td>
                <Count value={alternative.stars} />
              </td>
              <td className="max-sm:hidden">
                <Age time={alternative.lastCommitAt} precision="time" clock={clock} />
              </td>
              <td className="text-quiet max-sm:hidden">
                {countOf(alternative.sharedGrids, 'grid')}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </CompareForm>
  );
}
