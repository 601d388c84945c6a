import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { SearchForm } from '@/components/layout/search-form';
import { Section } from '@/components/layout/section';
import { ComparisonTable } from '@/components/tables/comparison-table';
import { GridIndex } from '@/components/lists/grid-index';
import { PackageBriefs } from '@/components/lists/package-briefs';
import { RisingBriefs } from '@/components/lists/rising-briefs';
import { countCatalogue } from '@/db/queries/catalogue';
import { listCategories } from '@/db/queries/categories';
import { listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findShowcaseGrid, listGrids } from '@/db/queries/grids';
import { listPackages } from '@/db/queries/packages';
import { listCellsOfPackages } from '@/db/queries/selections';
import { listTrendingPackages } from '@/db/queries/trending';
import { recentSince } from '@/lib/package/commit-rates';
import { excerpt, firstActive } from '@/lib/comparison/excerpt';
import { compareInGrid } from '@/lib/comparison/source';
import type { PackageSort } from '@/lib/list/sort-orders';
import type { Clock } from '@/lib/time';
import { website } from '@/lib/structured/things';
import { countOf } from '@/lib/text/wording';
import { readClock } from '../clock';
import { alternates, latestFeeds } from './page-metadata';
import { readBase } from '../address';
import { StructuredData } from './structured-data';

export const metadata: Metadata = { alternates: alternates('/', latestFeeds) };

const MOST_GRIDS = 36;
const BRIEFS = 6;

const firstOf = (sort: PackageSort) => listPackages({}, sort, { limit: BRIEFS, offset: 0 });

export default async function HomePage() {
  const clock = readClock();
  const counts = countCatalogue();
  const grids = listGrids('-gridpackage_count', { limit: MOST_GRIDS, offset: 0 });

  return (
    <PageFrame isSearch>
      <StructuredData of={[website(await readBase())]} />
      <h1 className="max-w-prose text-display">
        Choose a Django package with the facts side by side
      </h1>
      <p className="mt-2 max-w-prose text-lead text-quiet">
        {countOf(counts.packages, 'package')} in {countOf(counts.grids, 'comparison')}: whether they
        are alive, who uses them, what they run on and what they can do.
      </p>
      <div className="mt-5 flex max-w-prose">
        <SearchForm id="home-search" label="Packages and grids" size="large" />
      </div>

      <Showcase clock={clock} />

      <Section
        id="grids"
        title="Comparisons"
        aside={<a href="/grids/">{`All ${countOf(counts.grids, 'grid')}`}</a>}
      >
        <GridIndex grids={grids} />
      </Section>

      <Section id="categories" title="Categories">
        <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {listCategories().map(({ slug, plural, title, description, packageCount }) => (
            <li key={slug}>
              <a href={`/categories/${slug}/`} className="font-heading" dir="auto">
                {plural || title}
              </a>{' '}
              <span className="text-table text-quiet tabular-nums">{packageCount}</span>
              <span className="block text-table text-quiet" dir="auto">
                {description}
              </span>
            </li>
          ))}
        </ul>
      </Section>

      <div className="grid gap-x-10 md:grid-cols-3">
        <Section id="latest-releases" title="Latest releases">
          <PackageBriefs packages={firstOf('-last_released')} fact="release" clock={clock} />
        </Section>
        <Rising clock={clock} />
        <Section id="recently-added" title="Recently added">
          <PackageBriefs packages={firstOf('-created')} fact="added" clock={clock} />
        </Section>
      </div>
    </PageFrame>
  );
}

/** Packages with rising activity, or if that is unknown, those with the latest commits. */
function Rising({ clock }: { clock: Clock }) {
  const rising = listTrendingPackages(recentSince(clock.now), { limit: BRIEFS, offset: 0 });
  return rising.length > 0 ? (
    <Section id="rising" title="Rising" aside={<a href="/packages/trending/">All</a>}>
      <RisingBriefs packages={rising} />
    </Section>
  ) : (
    <Section id="recently-active" title="Recently active">
      <PackageBriefs packages={firstOf('-last_updated')} fact="commit" clock={clock} />
    </Section>
  );
}

/** Five packages of a well-filled grid with a few telling rows, as an example of what the site does. */
function Showcase({ clock }: { clock: Clock }) {
  const grid = findShowcaseGrid();
  if (!grid) return null;

  const { id } = grid;
  const packages = firstActive(listComparedPackages(id));
  const cells = listCellsOfPackages(packages.map((it) => it.id));
  const source = compareInGrid(packages, listFeatures(id), cells);
  const shown = excerpt(source.packages, source.groups);
  return (
    <Section
      id="showcase"
      title={<bdi>{grid.title}</bdi>}
      aside={
        <a href={`/grids/g/${grid.slug}/`}>
          {`Open the whole comparison of ${countOf(grid.packageCount, 'package')}`}
        </a>
      }
    >
      <ComparisonTable
        caption={`${grid.title}: ${countOf(shown.packages.length, 'package')} compared`}
        {...shown}
        clock={clock}
      />
    </Section>
  );
}
