import { Names } from '@/components/text/names';
import type { Metadata } from 'next';
import { ActivityChart } from '@/components/charts/activity-chart';
import { ReleaseTimeline } from '@/components/charts/release-timeline';
import { SupportStrip } from '@/components/charts/support-strip';
import { CompareThese } from '@/components/comparison/compare-these';
import { FeedLinks } from '@/components/layout/feed-links';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { StaleSince } from '@/components/text/age';
import { Alternatives } from '@/components/package/alternatives';
import { ComparedIn } from '@/components/package/compared-in';
import { Examples } from '@/components/package/examples';
import { FormerAlternatives } from '@/components/package/former-alternatives';
import { Facts } from '@/components/package/facts';
import { Figures } from '@/components/package/figures';
import { HealthState } from '@/components/package/health-state';
import { People } from '@/components/package/people';
import { MoreRows } from '@/components/package/more-rows';
import { Provenance } from '@/components/package/provenance';
import { Warnings } from '@/components/package/warnings';
import { VersionTable } from '@/components/tables/version-table';
import { listGridsOfPackage, listNeighbours } from '@/db/queries/grids';
import { findHealthInput } from '@/db/queries/health';
import { findPackage, listExamples, listReplacedBy } from '@/db/queries/packages';
import { listSupport } from '@/db/queries/support';
import { listVersions } from '@/db/queries/versions';
import { rankAlternatives } from '@/lib/comparison/alternatives';
import { feedPaths } from '@/lib/feeds/links';
import { packageImage } from '@/lib/open-graph/links';
import { sourceCode } from '@/lib/structured/things';
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

/** Maximum number of releases or alternatives shown; the rest are listed elsewhere, because a page of all of them could be megabytes. */
const MOST_ROWS = 100;

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
    openGraph: shared(packageImage(slug), `${title} in figures`),
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
  const released = versions.flatMap(({ releasedAt }) => releasedAt ?? []);
  const examples = listExamples(it.id);
  const replaced = listReplacedBy(it.id);
  const support = listSupport(it.id);
  const cycles = (product: 'django' | 'python') =>
    it.snapshotAt === null
      ? null
      : support.filter((row) => row.product === product).map(({ cycle }) => cycle);

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
        <bdi>{it.title}</bdi>
        {it.lastReleaseNumber !== null && (
          <bdi className="ml-3 font-mono text-lead font-normal tracking-normal text-quiet">
            {it.lastReleaseNumber}
          </bdi>
        )}
      </h1>
      <p className="mt-1 max-w-prose text-lead" dir="auto">
        {it.repoDescription}
      </p>
      <HealthState slug={it.slug} health={it.health} />
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
      <Figures detail={found} gridCount={grids.length} clock={clock} />

      <div className="gap-x-14 lg:grid lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="lg:order-last">
          <Facts detail={found} clock={clock} base={base} />
        </div>
        <div className="min-w-0 [&>section:first-child]:mt-0 max-lg:[&>section:first-child]:mt-10">
          <Section id="activity" title="Activity">
            {it.commitsOver52?.length === 52 && it.commitsAsOf !== null ? (
              <ActivityChart counts={it.commitsOver52} asOf={it.commitsAsOf} />
            ) : (
              <p className="text-quiet">The commits of this package are unknown.</p>
            )}
          </Section>

          <Section id="grids" title="Compared in">
            {grids.length > 0 ? (
              <>
                <ComparedIn of={it} grids={grids} neighbours={neighbours.active} />
                <FormerAlternatives packages={former} />
              </>
            ) : (
              <p className="text-quiet">No grid holds this package yet.</p>
            )}
          </Section>

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
              <Alternatives of={it} alternatives={alternatives.slice(0, MOST_ROWS)} clock={clock} />
              <MoreRows
                which="closest"
                noun="alternatives"
                shown={MOST_ROWS}
                total={alternatives.length}
              />
            </Section>
          )}

          <Section id="compatibility" title="Compatibility">
            <div className="space-y-2">
              <SupportStrip product="django" named={cycles('django')} />
              <SupportStrip product="python" named={cycles('python')} />
            </div>
            <p className="mt-2 max-w-prose text-caption text-quiet">
              Releases that its trove classifiers name are framed; those struck out it does not
              name, which does not prove that they fail.
              <StaleSince asOf={it.snapshotAt} clock={clock} word="read in" />
            </p>
          </Section>

          <Section
            id="releases"
            title="Releases"
            aside={
              versions.length > 0 && (
                <>
                  {countOf(versions.length, 'release')} known{' '}
                  <FeedLinks label="· As a feed" path={feedPaths.package(it.slug)} />
                </>
              )
            }
          >
            {versions.length === 0 ? (
              <p className="text-quiet">The releases of this package are unknown.</p>
            ) : (
              <>
                {released.length > 0 && <ReleaseTimeline times={released} now={clock.now} />}
                <VersionTable
                  versions={versions.slice(0, MOST_ROWS)}
                  newest={it.lastReleaseNumber}
                  clock={clock}
                />
                <MoreRows
                  which="newest"
                  noun="releases"
                  shown={MOST_ROWS}
                  total={versions.length}
                  href={`/api/v4/packages/${it.slug}/versions/`}
                />
              </>
            )}
          </Section>

          {it.participants.length > 0 && (
            <Section
              id="people"
              title="Contributors"
              aside={`${countOf(it.participants.length, 'account')} known`}
            >
              <People participants={it.participants} repoUrl={it.repoUrl} />
            </Section>
          )}

          {examples.length > 0 && (
            <Section id="examples" title="Sites using it">
              <Examples examples={examples} />
            </Section>
          )}

          <Section id="provenance" title="Figures as of">
            <Provenance it={it} clock={clock} />
          </Section>
        </div>
      </div>
    </PageFrame>
  );
}
