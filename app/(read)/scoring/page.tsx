import type { Metadata } from 'next';
import { HealthHistogram } from '@/components/charts/health-histogram';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { Criteria } from '@/components/lists/criteria';
import { HealthMark } from '@/components/text/health-mark';
import { countByHealth } from '@/db/queries/health';
import { healthDistribution } from '@/lib/scoring/distribution';
import { ENOUGH_POINTS, healthBands, healthCriteria } from '@/lib/scoring/health';

export const metadata: Metadata = {
  title: 'How health is scored',
  description: 'The criteria behind the health score of a package, and their points.',
};

export default function ScoringPage() {
  const counts = countByHealth();
  const unknown = counts.find(({ health }) => health === null)?.count ?? 0;
  return (
    <PageFrame>
      <h1 className="mb-3 text-title">How health is scored</h1>
      <p className="max-w-prose">
        Health is a score from 0 to 100 for how well a package is maintained. It doesn’t tell you
        whether the package fits your needs; use the{' '}
        <a href="/grids/" className="underline">
          grids
        </a>{' '}
        for that. Each package page links to the details of its own score.
      </p>
      <Section id="criteria" title="Criteria">
        <Criteria criteria={healthCriteria} />
      </Section>
      <div className="max-w-prose [&_p+p]:mt-3">
        <Section id="unknown" title="Unknown criteria">
          <p>
            Unknown criteria don’t count for or against a package: the score is the points it earned
            as a share of the points that are known. If fewer than {ENOUGH_POINTS} of 100 points are
            known, there is no score, and lists show the package last.
          </p>
        </Section>
        <Section id="age" title="Old data">
          <p>
            Age is counted to the date we last checked. Data over a year old counts as unknown,
            except where it can hardly have changed: two years without a commit or release, and
            support for a Django or Python version that still gets security fixes.
          </p>
        </Section>
        <Section id="words" title="Ratings">
          <ul className="flex flex-col gap-y-1">
            {healthBands.map(({ from, name }, index) => (
              <li key={name} className="flex items-baseline gap-3">
                <span className="flex w-12">
                  <HealthMark health={from} />
                </span>
                {name}: {from} to {(healthBands[index - 1]?.from ?? 101) - 1}
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Section id="distribution" title="Health of all packages">
        <HealthHistogram bands={healthDistribution(counts)} unknown={unknown} />
        <p className="mt-2">
          <a href="/packages/?sort=-health" className="underline">
            All packages, healthiest first
          </a>
        </p>
      </Section>
    </PageFrame>
  );
}
