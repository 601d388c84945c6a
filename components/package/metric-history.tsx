import { LineChart } from '@/components/charts/line-chart';
import { quarterlyRows, type MetricTrend } from '@/lib/package/metric-trends';
import { sourceName } from '@/lib/package/source-names';
import { describeMonth, formatCount, joinNames } from '@/lib/text/wording';

interface MetricHistoryProps {
  trends: readonly MetricTrend[];
  /** Keys of the sources of the figures. */
  sources: readonly string[];
  /** The path of the figures week by week, as CSV. */
  csv: string;
}

const monthText = (week: number) => describeMonth(week, 'UTC');

/** The figures of a package over time: a chart for each, a sentence that says the same, and a table of the numbers. */
export function MetricHistory({ trends, sources, csv }: MetricHistoryProps) {
  return (
    <>
      <div className="grid gap-x-10 gap-y-2 sm:grid-cols-2">
        {trends.map((trend) => (
          <figure key={trend.key}>
            <LineChart points={trend.points} />
            <figcaption className="mt-1 text-caption text-quiet">{describe(trend)}</figcaption>
          </figure>
        ))}
      </div>
      <details className="mt-1 text-caption">
        <summary className="py-1 text-quiet">Figures by quarter</summary>
        <table className="mt-2 [&_td]:text-right [&_th]:pr-6 [&_th]:text-left [&_th]:font-normal [&_tr]:border-b [&_tr]:border-line">
          <caption className="sr-only">The last reading of each quarter, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Reading of</th>
              {trends.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quarterlyRows(trends).map(({ week, values }) => (
              <tr key={week}>
                <th scope="row">{monthText(week)}</th>
                {trends.map(({ key }, index) => (
                  <td key={key}>{cellText(values[index])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="mt-1 text-caption text-quiet">
        {sources.length > 0 && `From ${joinNames(sources.map(sourceName))}. `}
        <a href={csv} className="underline">
          Week by week, as CSV
        </a>
      </p>
    </>
  );
}

const cellText = (value: number | undefined) => (value === undefined ? '–' : formatCount(value));

/** Such as `Stars: 1,186 in January 2021, 2,748 in June 2026.` */
function describe({ label, points }: MetricTrend): string {
  const parts = [points[0], points.at(-1)].flatMap((point) =>
    point ? `${formatCount(point.value)} in ${monthText(point.week)}` : [],
  );
  return `${label}: ${parts.join(', ')}.`;
}
