import { Age } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { FROM_SMALL } from '@/components/tables/package-columns';
import { PackageTable } from '@/components/tables/package-table';
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
    <PackageTable
      caption="Alternatives: packages that share a grid with this one"
      packages={alternatives}
      subject={of}
      headClassName="text-caption text-quiet"
      descriptionClassName="block text-quiet"
      below={({ sharedGrids, lastCommitAt }) => (
        <span className="block text-caption text-quiet sm:hidden">
          {countOf(sharedGrids, 'grid')} in common; last commit{' '}
          <Age time={lastCommitAt} precision="time" clock={clock} />
        </span>
      )}
      columns={[
        { head: 'Stars', cell: ({ stars }) => <Count value={stars} /> },
        {
          head: 'Last commit',
          className: FROM_SMALL,
          cell: ({ lastCommitAt }) => <Age time={lastCommitAt} precision="time" clock={clock} />,
        },
        {
          head: 'In common',
          className: FROM_SMALL,
          cellClassName: `text-quiet ${FROM_SMALL}`,
          cell: ({ sharedGrids }) => countOf(sharedGrids, 'grid'),
        },
      ]}
    />
  );
}
