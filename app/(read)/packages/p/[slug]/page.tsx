import { Names } from '@/components/text/names';
import type { Metadata } from 'next';
import { ActivityChart } from '@/components/charts/activity-chart';
import { CompareThese } from '@/components/comparison/compare-these';
import { FeedLinks } from '@/components/layout/feed-links';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { Alternatives } from '@/components/package/alternatives';
import { Compatibility } from '@/components/package/compatibility';
import { ComparedIn } from '@/components/package/compared-in';
import { Examples } from '@/components/package/examples';
import { Features } from '@/components/package/features';
import { FormerAlternatives } from '@/components/package/former-alternatives';
import { Facts } from '@/components/package/facts';
import { Figures } from '@/components/package/figures';
import { HealthState } from '@/components/package/health-state';
import { MetricHistory } from '@/components/package/metric-history';
import { People } from '@/components/package/people';
import { Provenance } from '@/components/package/provenance';
import { Releases } from '@/components/package/releases';
import { Warnings } from '@/components/package/warnings';
import { listGridsOfPackage, listNeighbours } from '@/db/queries/grids';
import { findHealthInput } from '@/db/queries/health';
import { listFeatureCells } from '@/db/queries/package-features';
import { findPackage, listExamples, listReplacedBy } from '@/db/queries/packages';
import { listSupport } from '@/db/queries/support';
import { listVersions } from '@/db/queries/versions';
import { listWeeklyMetrics } from '@/db/queries/weekly-metrics';
import { rankAlternatives } from '@/lib/comparison/alternatives';
import { mergePackageFeatures } from '@/lib/comparison/package-features';
import { feedPaths } from '@/lib/feeds/links';
import { packageImage } from '@/lib/open-graph/links';
import { sourceCode } from '@/lib/structured/things';
import { metricTrends } from '@/lib/package/metric-trends';
import { countOf } from '@/lib/text/wording';
import { readClock } from '../../../../clock';
import { readBase } from '../../../../address';
import { MissingPage, missingMetadata } from '../../../missing-page';
import { alternates, pageMetadata, shared } from '../../../page-metadata';
import { PageTrail } from '../../../page-trail';
import { StructuredData } from '../../../structured-data';
import { loadPackage } from './load';

/** Number of alternatives in the comparison that the page links to. */
const NEAREST = 3;

type Props = PageProps<'/packages/p/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = findPackage((await params).slug);
  if (!found) return missingMetadata;
  const { title, slug, repoDescription } = found.package;
  return pageMetadata({
    title,
    // An empty description would leave the page without any.
    description:
      repoDescription || `${title}: a Django package, with its figures and alternatives.`,
    alternates: alternates(`/packages/p/${slug}/`, [
      { path: feedPaths.package(slug), title: `Releases of ${title}` },
    ]),
    openGraph: shared(packageImage(slug), `Key figures for ${title}`),
  });
}

export default async function PackagePage({ params }: Props) {
  const { slug } = await params;
  const found = loadPackage(slug);
  if (!found) return <MissingPage name={slug} />;
  const { package: it, category } = found;
  const clock = readClock();
  const base = await readBase();
  const facts = findHealthInput(it.id);
  const grids = listGridsOfPackage(it.id);
  const neighbours = listNeighbours(it.id);
  const alternatives = rankAlternatives(neighbours.active);
  const former = rankAlternatives(neighbours.former);
  const nearest = alternatives.slice(0, NEAREST);
  const versions = listVersions(it.id);
  const examples = listExamples(it.id);
  const replaced = listReplacedBy(it.id);
  const features = mergePackageFeatures(listFeatureCells(it.id));
  const weeks = listWeeklyMetrics(it.id);
  const trends = metricTrends(weeks);

  return (
    <PageFrame>
      <StructuredData of={[sourceCode(base, it, it.lastReleaseNumber ?? undefined, grids)]} />
      <PageTrail
        base={base}
        name={it.title}
        trail={[
          { href: '/packages/', label: 'Packages' },
          { href: `/categories/${category.slug}/`, label: category.plural || category.title },
        ]}
      />
      <h1 className="text-display">
        <bdi className="mr-3">{it.title}</bdi>
        {it.lastReleaseNumber !== null && (
          <bdi className="inline-block max-w-full font-mono text-lead font-normal tracking-normal text-quiet">
            {it.lastReleaseNumber}
          </bdi>
        )}
      </h1>
      <p className="mt-1 max-w-prose text-lead" dir="auto">
        {it.repoDescription}
      </p>
      <div className="flex flex-wrap items-center gap-x-6">
        <HealthState health={it.health} href={`/packages/p/${it.slug}/score/`} />
        <a href={`/packages/${it.slug}/mine/`} className="no-print mt-2 py-0.5 underline">
          Save, use, watch
        </a>
      </div>
      {replaced.length > 0 && (
        <p className="mt-1 text-quiet">
          Replaces{' '}
          {replaced.map(({ slug: other, title }, index) => (
            <span key={other}>
              {index > 0 && ', '}
              <a href={`/packages/p/${other}/`} className="underline" dir="auto">
                {title}
              </a>
            </span>
          ))}
          .
        </p>
      )}
      {facts && (
        <Warnings
          detail={found}
          facts={facts}
          hasAlternatives={alternatives.length > 0}
          clock={clock}
        />
      )}
      <Figures it={it} clock={clock} />

      <div className="gap-x-14 lg:grid lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="lg:order-last">
          <Facts detail={found} clock={clock} base={base} />
        </div>
        <div className="min-w-0 [&>section:first-child]:mt-0 max-lg:[&>section:first-child]:mt-10">
          <Section id="compatibility" title="Compatibility">
            <Compatibility support={listSupport(it.id)} asOf={it.snapshotAt} clock={clock} />
          </Section>

          {features.length > 0 && (
            <Section id="features" title="What it can do">
              <Features features={features} grids={grids} />
            </Section>
          )}

          <Section id="activity" title="Activity">
            {it.commitsOver52?.length === 52 && it.commitsAsOf !== null ? (
              <ActivityChart counts={it.commitsOver52} asOf={it.commitsAsOf} />
            ) : (
              <p className="text-quiet">No commit data yet.</p>
            )}
          </Section>

          {trends.length > 0 && (
            <Section id="history" title="Over time">
              <MetricHistory
                trends={trends}
                sources={[...new Set(weeks.flatMap(({ source }) => source ?? []))]}
                csv={`/packages/p/${it.slug}/metrics.csv`}
              />
            </Section>
          )}

          {alternatives.length > 0 && (
            <Section
              id="alternatives"
              title="Alternatives"
              aside={
                <>
                  <Names names={[it, ...nearest].map(({ title }) => title)} />:{' '}
                  <CompareThese packages={[it, ...nearest]} />
                </>
              }
            >
              <Alternatives of={it} alternatives={alternatives} />
            </Section>
          )}

          <Section id="grids" title="Compared in">
            {grids.length > 0 ? (
              <>
                <ComparedIn of={it} grids={grids} neighbours={neighbours.active} />
                <FormerAlternatives packages={former} />
              </>
            ) : (
              <p className="text-quiet">Not in any grid yet.</p>
            )}
          </Section>

          <Section
            id="releases"
            title="Releases"
            aside={
              versions.length > 0 && (
                <>
                  {countOf(versions.length, 'release')}{' '}
                  <FeedLinks label="· Subscribe" path={feedPaths.package(it.slug)} />
                </>
              )
            }
          >
            {versions.length === 0 ? (
              <p className="text-quiet">No release data yet.</p>
            ) : (
              <Releases
                slug={it.slug}
                versions={versions}
                newest={it.lastReleaseNumber}
                clock={clock}
              />
            )}
          </Section>

          {it.participants.length > 0 && (
            <Section
              id="people"
              title="Contributors"
              aside={`${countOf(it.participants.length, 'contributor')} known`}
            >
              <People participants={it.participants} repoUrl={it.repoUrl} />
            </Section>
          )}

          {examples.length > 0 && (
            <Section id="examples" title="Sites using this package">
              <Examples examples={examples} />
            </Section>
          )}

          <Section id="provenance" title="Data sources">
            <Provenance it={it} clock={clock} />
            <p className="mt-3 flex gap-4">
              <a href={`/packages/${it.slug}/edit/`}>Edit</a>
              <a href={`/packages/p/${it.slug}/history/`}>History</a>
              <a href={`/packages/${it.slug}/flag/`}>Report</a>
            </p>
          </Section>
        </div>
      </div>
    </PageFrame>
  );
}
