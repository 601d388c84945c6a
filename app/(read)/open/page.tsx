import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { BarList } from '@/components/charts/bar-list';
import { ChartFigure } from '@/components/charts/chart-figure';
import { ColumnChart } from '@/components/charts/column-chart';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { Totals } from '@/components/text/totals';
import { Day } from '@/components/text/age';
import { countCatalogue } from '@/db/queries/catalogue';
import { countStates } from '@/db/queries/statistics';
import { readClock } from '../../clock';
import { listFacetCharts, releaseChart } from './charts';
import { rankAccounts, rankGrids } from './rankings';

export const metadata: Metadata = {
  title: 'Statistics',
  description: 'Figures and charts about the catalogue of Django packages.',
};

export default function StatisticsPage() {
  const clock = readClock();
  const catalogue = countCatalogue();
  const states = countStates();
  const { charts, note } = listFacetCharts(clock.now);
  const releases = releaseChart();

  return (
    <PageFrame>
      <h1 className="text-title">Statistics</h1>
      <p className="mt-1 max-w-prose text-quiet">
        The catalogue on <Day time={clock.now} precision="time" clock={clock} />. Counts cover
        active packages (neither archived nor deprecated) unless noted. {note}
      </p>
      <Totals
        totals={[
          { label: 'Active packages', count: states.active },
          { label: 'Archived', count: states.archived },
          { label: 'Deprecated', count: states.deprecated },
          { label: 'Known releases', count: states.versions },
          { label: 'Grids', count: catalogue.grids },
          { label: 'Categories', count: catalogue.categories },
          { label: 'Features', count: catalogue.features },
          { label: 'Filled cells', count: catalogue.cells },
        ]}
      />
      <div className="gap-x-14 md:columns-2 [&>section]:mt-0 [&>section]:mb-10 [&>section]:break-inside-avoid">
        {charts.map((chart) => (
          <Section key={chart.id} id={chart.id} title={chart.title}>
            <BarList entries={chart.entries} noun="package" />
            <Note>{chart.note}</Note>
          </Section>
        ))}
        <Section id="largest-grids" title="Largest grids">
          <BarList entries={rankGrids()} noun="package" />
        </Section>
        <Section id="contributors" title="Top contributors">
          <BarList entries={rankAccounts()} noun="package" />
          <Note>Accounts that contribute to the most packages, without bots.</Note>
        </Section>
        <Section id="years" title="Releases by year">
          <ChartFigure heads={{ label: 'Year', count: 'Releases' }} {...releases}>
            <ColumnChart {...releases} />
          </ChartFigure>
          <Note>Older releases are incomplete.</Note>
        </Section>
      </div>
    </PageFrame>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="mt-1 text-caption text-quiet">{children}</p>;
}
