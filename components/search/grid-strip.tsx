import { Names } from '@/components/text/names';
import type { FoundGrid } from '@/db/queries/search-results';
import type { Alternatives } from '@/lib/search/match';
import { countOf, formatCount } from '@/lib/text/wording';
import { MarkedText } from './marked-text';

interface GridStripProps {
  grids: FoundGrid[];
  /** The query's terms and their alternatives, to highlight. */
  groups: Alternatives[];
}

/** The grids that compare what was searched for, above the packages found. */
export function GridStrip({ grids, groups }: GridStripProps) {
  if (grids.length === 0) return null;
  return (
    <ul
      aria-label="Comparisons"
      className="mt-1 mb-4 rounded-md border border-line bg-raised text-table"
    >
      {grids.map(({ slug, title, packageCount, featureCount, leaders }) => (
        <li key={slug} className="border-line px-3 py-2.5 not-first:border-t">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <a href={`/grids/g/${slug}/`} className="font-heading" dir="auto">
              <MarkedText text={title} groups={groups} />
            </a>
            <span className="text-caption text-quiet">
              {countOf(packageCount, 'package')}, {countOf(featureCount, 'feature')}
            </span>
          </span>
          <span className="block text-quiet">
            <Names names={namesOf(leaders, packageCount)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The best-known packages, and how many more there are. */
const namesOf = (leaders: string[], total: number) =>
  total > leaders.length ? [...leaders, `${formatCount(total - leaders.length)} more`] : leaders;

interface OtherGridsProps {
  grids: FoundGrid[];
  /** URL of all grids found. */
  href: string;
  /** Number of all grids found. */
  total: number;
}

/** Further grids that match a search, below the packages found. */
export function OtherGrids({ grids, href, total }: OtherGridsProps) {
  if (grids.length === 0) return null;
  return (
    <section aria-labelledby="other-grids" className="mt-6 text-table">
      <h2 id="other-grids" className="text-caption text-quiet">
        Grids that match
      </h2>
      <ul className="flex flex-wrap gap-x-5">
        {grids.map(({ slug, title, packageCount }) => (
          <li key={slug} className="py-1">
            <a href={`/grids/g/${slug}/`} dir="auto">
              {title}
            </a>{' '}
            <span className="text-caption text-quiet">{countOf(packageCount, 'package')}</span>
          </li>
        ))}
        {total > grids.length && (
          <li className="py-1">
            <a href={href} className="underline">
              All {countOf(total, 'grid')}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
