import type { Metadata } from 'next';
import { BarChart } from '@/components/charts/bar-chart';
import { ChartFigure } from '@/components/charts/chart-figure';
import { ColumnChart } from '@/components/charts/column-chart';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { Totals } from '@/components/text/totals';
import { Day } from '@/components/text/age';
import { countCatalogue } from '@/db/queries/catalogue';
import { countStates } from '@/db/queries/statistics';
import { readClock } from '../../clock';
import { listCharts } from './charts';
import { listRankings } from './rankings';

export const metadata: Metadata = {
  title: 'Statistics',
  description: 'What the catalogue of Django packages holds, in figures and charts.',
};

const chartComponents = { bars: BarChart, columns: ColumnChart };

export default function StatisticsPage() {
  const clock = readClock();
  const catalogue = countCatalogue();
  const states = countStates();

  return (
    <PageFrame>
      <h1 className="text-title">Statistics</h1>
      <p className="mt-1 max-w-prose text-quiet">
        What the catalogue holds as of <Day time={clock.now} precision="time" clock={clock} />.
        Packages are the active ones where nothing else is said; a package is active if it is
        neither archived nor deprecated.
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
      <div className="grid gap-x-10 md:grid-cols-2 lg:grid-cols-3">
        {listCharts(states.active, clock.now).map(({ id, title, kind, note, ...figure }) => {
          const ChartComponent = chartComponents[kind];
          return (
            <Section key={id} id={id} title={title}>
              <ChartFigure {...figure}>
                <ChartComponent sentence={figure.sentence} entries={figure.entries} />
              </ChartFigure>
              <Note>{note}</Note>
            </Section>
          );
        })}
      </div>
      <div className="grid gap-x-10 md:grid-cols-2 lg:grid-cols-3">
        {listRankings().map(({ id, title, note, ...figure }) => (
          <Section key={id} id={id} title={title}>
            <ChartFigure {...figure} isOpen>
              <ColumnChart sentence={figure.sentence} entries={ranked(figure.entries)} />
            </ChartFigure>
            <Note>{note}</Note>
          </Section>
        ))}
      </div>
    </PageFrame>
  );
}

/** Labels by rank, because names are too long for columns. */
function ranked(entries: { count: number }[]) {
  return entries.map(({ count }, index) => ({ label: String(index + 1), count }));
}

function Note({ children }: { children: string | undefined }) {
  return children === undefined ? null : <p className="mt-1 text-caption text-quiet">{children}</p>;
}
