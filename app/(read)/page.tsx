import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { SearchForm } from '@/components/layout/search-form';
import { Section } from '@/components/layout/section';
import { CategoryBriefs } from '@/components/lists/category-briefs';
import { KeptGrids } from '@/components/lists/kept-grids';
import { PackageBriefs } from '@/components/lists/package-briefs';
import { OfTheWeek } from '@/components/posts/of-the-week';
import { RisingBriefs } from '@/components/lists/rising-briefs';
import { countCatalogue } from '@/db/queries/catalogue';
import { listCategories } from '@/db/queries/categories';
import { listBestKeptGrids } from '@/db/queries/grids';
import { listPackages } from '@/db/queries/packages';
import { listTrendingPackages } from '@/db/queries/trending';
import { findWeeklyPick } from '@/db/queries/weekly-picks';
import { weekOf } from '@/lib/posts/week';
import { recentSince } from '@/lib/package/commit-rates';
import type { PackageSort } from '@/lib/list/sort-orders';
import type { Clock } from '@/lib/time';
import { website } from '@/lib/structured/things';
import { countOf } from '@/lib/text/wording';
import { readClock } from '../clock';
import { alternates, latestFeeds } from './page-metadata';
import { readBase } from '../address';
import { Showcase } from './showcase';
import { StructuredData } from './structured-data';

export const metadata: Metadata = { alternates: alternates('/', latestFeeds) };

const GRIDS = 18;
const BRIEFS = 6;

const firstOf = (sort: PackageSort) => listPackages({}, sort, { limit: BRIEFS, offset: 0 });

export default async function HomePage() {
  const clock = readClock();
  const counts = countCatalogue();
  const pick = findWeeklyPick(weekOf(clock.now));

  return (
    <PageFrame isSearch>
      <StructuredData of={[website(await readBase())]} />
      <h1 className="text-title sm:text-display">Compare Django packages side by side</h1>
      <p className="mt-2 max-w-prose text-body text-quiet sm:text-lead">
        See which of {countOf(counts.packages, 'package')} are maintained, popular, compatible with
        your versions, and have the features you need.
      </p>
      <div className="mt-5 flex max-w-prose">
        <SearchForm id="home-search" label="Packages and grids" size="large" />
      </div>

      <Showcase clock={clock} />

      {pick && <OfTheWeek pick={pick} />}

      <Section
        id="grids"
        title="Best-maintained grids"
        aside={<a href="/grids/">{`All ${countOf(counts.grids, 'grid')}`}</a>}
      >
        <KeptGrids grids={listBestKeptGrids(GRIDS)} />
      </Section>

      <div className="grid gap-x-10 md:grid-cols-2 xl:grid-cols-3">
        <Section
          id="newest-releases"
          title="Newest releases"
          aside={<a href="/packages/?sort=-last_released">All releases</a>}
        >
          <PackageBriefs packages={firstOf('-last_released')} fact="release" clock={clock} />
        </Section>
        <Trending clock={clock} />
        <div className="md:max-xl:col-span-2">
          <Section id="categories" title="Categories">
            <CategoryBriefs categories={listCategories()} />
          </Section>
        </div>
      </div>
    </PageFrame>
  );
}

/** Packages with rising activity, or if that is unknown, those with the latest commits. */
function Trending({ clock }: { clock: Clock }) {
  const trending = listTrendingPackages(recentSince(clock.now), { limit: BRIEFS, offset: 0 });
  return trending.length > 0 ? (
    <Section id="trending" title="Trending" aside={<a href="/packages/trending/">All trending</a>}>
      <RisingBriefs packages={trending} />
    </Section>
  ) : (
    <Section id="recently-active" title="Recently active">
      <PackageBriefs packages={firstOf('-last_updated')} fact="commit" clock={clock} />
    </Section>
  );
}
