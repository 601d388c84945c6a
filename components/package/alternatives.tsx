import { HealthMark } from '@/components/text/health-mark';
import { Count } from '@/components/text/count';
import { PackageTable } from '@/components/tables/package-table';
import type { Alternative } from '@/lib/comparison/alternatives';
import { countOf } from '@/lib/text/wording';
import { MoreRows } from './more-rows';

interface AlternativesProps {
  /** The package that the page is about. */
  of: { slug: string; title: string };
  /** Closest first. */
  alternatives: Alternative[];
}

/** Number of alternatives in the table; the others are collapsed. */
const SHOWN = 5;

/** Maximum number of alternatives in all, because a list of all of them could be megabytes. */
const MOST_ROWS = 100;

/** Packages for the same job: the closest in a table, the others in a list. */
export function Alternatives({ of, alternatives }: AlternativesProps) {
  const others = alternatives.slice(SHOWN, MOST_ROWS);
  return (
    <>
      <PackageTable
        caption="Alternatives: packages that share a grid with this one"
        packages={alternatives.slice(0, SHOWN)}
        subject={of}
        headClassName="text-caption text-quiet"
        descriptionClassName="block text-quiet max-sm:line-clamp-3"
        columns={[
          { head: 'Health', cell: ({ health }) => <HealthMark health={health} /> },
          { head: 'Stars', cell: ({ stars }) => <Count value={stars} /> },
        ]}
      />
      {others.length > 0 && (
        <details className="text-table">
          <summary className="py-1 text-quiet">
            {countOf(others.length, 'more alternative')}
          </summary>
          <ul className="mt-1 grid gap-x-10 border-t border-line sm:grid-cols-2">
            {others.map((other) => (
              <Other key={other.slug} {...other} />
            ))}
          </ul>
          <MoreRows
            which="closest"
            noun="alternatives"
            shown={MOST_ROWS}
            total={alternatives.length}
          />
        </details>
      )}
    </>
  );
}

function Other({ slug, title, health, stars }: Alternative) {
  return (
    <li className="flex items-baseline gap-3 border-b border-line py-1.5">
      <a href={`/packages/p/${slug}/`} className="min-w-0 grow" dir="auto">
        {title}
      </a>
      <HealthMark health={health} />
      <span className="w-14 text-right tabular">
        <Count value={stars} /> <span className="sr-only">stars</span>
      </span>
    </li>
  );
}
