import type { Metadata } from 'next';
import { HealthHistogram } from '@/components/charts/health-histogram';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { Criteria } from '@/components/lists/criteria';
import { countByHealth } from '@/db/queries/health';
import { healthDistribution } from '@/lib/scoring/distribution';
import { ENOUGH_POINTS, healthBands, healthCriteria } from '@/lib/scoring/health';

export const metadata: Metadata = {
  title: 'How health is scored',
  description: 'The criteria of the health of a package, their points, and what unknown means.',
};

export default function ScoringPage() {
  const counts = countByHealth();
  const unknown = counts.find(({ health }) => health === null)?.count ?? 0;
  return (
    <PageFrame>
      <h1 className="mb-3 text-title">How health is scored</h1>
      <p className="max-w-prose">
        Health is one number from 0 to 100 for whether a package is alive, kept up to date and open.
        It says nothing of whether it does what you need: that is what the features of a{' '}
        <a href="/grids/" className="underline">
          grid
        </a>{' '}
        are for. The page of each package leads to what its own number is made of.
      </p>
      <Section id="criteria" title="The criteria">
        <Criteria criteria={healthCriteria} />
      </Section>
      <div className="max-w-prose [&_p+p]:mt-3">
        <Section id="unknown" title="What unknown means">
          <p>
            What nobody has found out neither rewards nor punishes: the number is the points met as
            a share of the points that are known. Where fewer than {ENOUGH_POINTS} of the 100 points
            are known, there is no number, and lists put the package last.
          </p>
        </Section>
        <Section id="age" title="What is old">
          <p>
            A repository that was read in 2024 says nothing of today. Silence is counted up to the
            day of the reading, and what was read over a year ago counts as unknown. Two things
            stand however old the reading is: two years without a commit or a release, and a Django
            or Python that is still supported.
          </p>
        </Section>
        <Section id="words" title="In words">
          <ul className="text-table">
            {healthBands.map(({ from, name }) => (
              <li key={name}>
                {name}: {from} or more
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Section id="distribution" title="The catalogue by health">
        <HealthHistogram bands={healthDistribution(counts)} unknown={unknown} />
        <p className="mt-2">
          <a href="/packages/?sort=-health" className="underline">
            All packages by health
          </a>
        </p>
      </Section>
    </PageFrame>
  );
}
