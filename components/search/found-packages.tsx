import { ListedTable } from '@/components/tables/listed-table';
import type { FoundPackage } from '@/db/queries/search-results';
import { hasMarks } from '@/lib/search/marks';
import type { Alternatives } from '@/lib/search/match';
import type { Clock } from '@/lib/time';
import { MarkedText } from './marked-text';

interface FoundPackagesProps {
  packages: (FoundPackage & { reason: string })[];
  /** The query's terms and their alternatives, to highlight. */
  groups: Alternatives[];
  clock: Clock;
}

/** The packages of a search, best match first. Those without a highlighted word show the reason for the match. */
export function FoundPackages({ packages, groups, clock }: FoundPackagesProps) {
  const isPlain = (text: string) => hasMarks(text, groups);
  return (
    <ListedTable
      packages={packages}
      clock={clock}
      show={(text) => <MarkedText text={text} groups={groups} />}
      remark={({ title, description, reason }) =>
        !isPlain(title) &&
        !isPlain(description) && (
          <span className="block text-caption text-quiet">Match: {reason}</span>
        )
      }
    />
  );
}
