import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { ApiScores } from '@/components/package/api-scores';
import { HealthTotal } from '@/components/package/health-total';
import { ScoreTable } from '@/components/package/score-table';
import { findHealthInput } from '@/db/queries/health';
import { findPackage } from '@/db/queries/packages';
import { apiScores } from '@/lib/api/search-documents';
import { packageImage } from '@/lib/open-graph/links';
import { judgeHealth } from '@/lib/scoring/health';
import { readClock } from '../../../../../clock';
import { loadPackage } from '../load';
import { MissingPage, missingMetadata } from '../../../../missing-page';
import { pageMetadata, shared } from '../../../../page-metadata';
import { readBase } from '../../../../../address';
import { PageTrail } from '../../../../page-trail';

type Props = PageProps<'/packages/p/[slug]/score'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = findPackage((await params).slug);
  if (!found) return missingMetadata;
  const { title, slug } = found.package;
  return pageMetadata({
    title: `Health of ${title}`,
    description: `How the health score of ${title} is calculated.`,
    openGraph: shared(packageImage(slug), `Key figures for ${title}`),
  });
}

export default async function ScorePage({ params }: Props) {
  const { slug } = await params;
  const found = loadPackage(slug, 'score/');
  if (!found) return <MissingPage name={slug} />;
  const { package: it } = found;
  const facts = findHealthInput(it.id);
  const clock = readClock();
  // As of when the score was stored, so that the score and its parts agree.
  const report = facts && judgeHealth(facts, { ...clock, now: it.healthAt ?? clock.now });
  const scores = apiScores(
    {
      isDeprecated: it.isDeprecated,
      description: it.repoDescription,
      forks: it.repoForks,
      usage: it.usageCount,
      stars: it.repoWatchers,
      lastCommitAt: it.lastCommitAt,
      lastReleaseAt: it.lastReleaseAt,
      requiresPython: it.requiresPython,
      pythonVersions: facts?.pythonVersions ?? [],
    },
    clock.now,
  );

  return (
    <PageFrame>
      <PageTrail
        base={await readBase()}
        name="Health"
        trail={[
          { href: '/packages/', label: 'Packages' },
          { href: `/packages/p/${it.slug}/`, label: it.title },
        ]}
      />
      <h1 className="text-title">
        Health of <bdi>{it.title}</bdi>
      </h1>
      {report && (
        <>
          <HealthTotal health={it.health} healthAt={it.healthAt} report={report} clock={clock} />
          <ScoreTable caption={`Health of ${it.title} by criterion`} report={report} />
        </>
      )}
      <p className="mt-4">
        <a href="/scoring/" className="underline">
          How health is scored
        </a>
      </p>
      <Section id="api" title="Scores in the API">
        <ApiScores {...scores} slug={it.slug} />
      </Section>
    </PageFrame>
  );
}
