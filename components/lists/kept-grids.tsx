import { HealthStrip } from '@/components/charts/health-strip';
import { Names } from '@/components/text/names';
import type { KeptGrid } from '@/db/queries/grids';

interface KeptGridsProps {
  grids: KeptGrid[];
}

/** Compact list of grids with the health of their packages, and the best-known ones. */
export function KeptGrids({ grids }: KeptGridsProps) {
  return (
    <>
      <p className="mb-1 flex flex-wrap gap-x-4 text-caption text-quiet">
        <span>One square per package:</span>
        {legend.map(({ score, word }) => (
          <span key={word} className="inline-flex items-center gap-1.5">
            <HealthStrip scores={[score]} /> {word}
          </span>
        ))}
      </p>
      <ul className="gap-x-10 text-table sm:columns-2 xl:columns-3">
        {grids.map(({ slug, title, packageCount, healthyCount, scores, leaders }) => (
          <li
            key={slug}
            className="break-inside-avoid border-b border-line py-2 max-sm:nth-[n+10]:hidden"
          >
            <span className="flex items-baseline justify-between gap-3">
              <a href={`/grids/g/${slug}/`} className="font-heading" dir="auto">
                {title}
              </a>
              <span className="shrink-0 text-caption text-quiet tabular">
                {healthyCount} of {packageCount} healthy
              </span>
            </span>
            <HealthStrip scores={scores} />
            <span className="block text-caption text-quiet">
              <Names names={leaders} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const legend = [
  { score: 100, word: 'healthy' },
  { score: 50, word: 'weak' },
  { score: 0, word: 'poor' },
  { score: null, word: 'unknown' },
];
