import { CompareThese } from '@/components/comparison/compare-these';
import { countOf, formatCount } from '@/lib/text/wording';

interface Grid {
  id: number;
  slug: string;
  title: string;
  packageCount: number;
  featureCount: number;
}

interface Neighbour {
  gridId: number;
  slug: string;
  title: string;
  stars: number | null;
}

interface ComparedInProps {
  /** The package that the page is about. */
  of: { slug: string; title: string };
  grids: Grid[];
  /** Packages that share a grid with this one, most stars first. */
  neighbours: Neighbour[];
}

const NEAREST = 3;

/** The grids that include a package, each with its best-known alternatives. */
export function ComparedIn({ of, grids, neighbours }: ComparedInProps) {
  return (
    <ul>
      {grids.map(({ id, slug, title, packageCount, featureCount }) => {
        const inGrid = neighbours.filter(({ gridId }) => gridId === id);
        const nearest = inGrid.slice(0, NEAREST);
        const others = inGrid.length - nearest.length;
        return (
          <li key={slug} className="border-b border-line py-2.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <a href={`/grids/g/${slug}/`} className="font-heading" dir="auto">
                {title}
              </a>
              <span className="text-caption text-quiet">
                {countOf(packageCount, 'package')}, {countOf(featureCount, 'feature')}
              </span>
            </span>
            {nearest.length > 0 && (
              <span className="block text-table">
                <span className="text-quiet">with </span>
                {nearest.map((pkg, index) => (
                  <span key={pkg.slug}>
                    {index > 0 && ', '}
                    <a href={`/packages/p/${pkg.slug}/`} className="underline" dir="auto">
                      {pkg.title}
                    </a>
                  </span>
                ))}
                {others > 0 && <span className="text-quiet"> and {formatCount(others)} more</span>}
                <span className="block">
                  <CompareThese packages={[of, ...nearest]} />
                </span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
