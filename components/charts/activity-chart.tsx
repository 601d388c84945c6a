import { DAY_ZONE, daysBefore, type Micros } from '@/lib/time';
import { countOf, describeDay, formatCount } from '@/lib/text/wording';
import { weekBars } from './week-bars';

interface ActivityChartProps {
  counts: number[];
  /** A day in the last week shown. */
  asOf: Micros;
}

const HEIGHT = 24;

function describe(counts: number[], asOf: Micros): string {
  const sum = counts.reduce((total, count) => total + count, 0);
  const busy = counts.filter((count) => count > 0).length;
  const year = `the year to ${describeDay(asOf, DAY_ZONE)}`;
  if (sum === 0) return `No commits in ${year}.`;
  return `${countOf(sum, 'commit')} in ${year}, active in ${countOf(busy, 'week')}, peak ${formatCount(Math.max(...counts))} a week.`;
}

/** Commits per week over 52 weeks: a chart, a sentence that says the same, and a table of the numbers; only the sentence without any commits. */
export function ActivityChart({ counts, asOf }: ActivityChartProps) {
  const sentence = describe(counts, asOf);
  if (counts.every((count) => count === 0)) return <p className="text-quiet">{sentence}</p>;
  const weeks = counts.map((count, index) => ({
    count,
    end: daysBefore(asOf, (51 - index) * 7),
  }));
  return (
    <>
      <figure>
        <svg
          role="img"
          aria-label={sentence}
          viewBox={`0 0 52 ${HEIGHT + 0.5}`}
          preserveAspectRatio="none"
          className="h-24 w-full text-accent"
        >
          <path d={weekBars(counts, HEIGHT)} fill="currentColor" />
          <path
            d={`M0 ${HEIGHT + 0.25}h52`}
            stroke="currentColor"
            strokeWidth="1"
            vectorEffect="non-scaling-stroke"
            className="text-edge"
          />
        </svg>
        <figcaption className="mt-1 text-caption text-quiet">{sentence}</figcaption>
      </figure>
      <details className="mt-1 text-caption">
        <summary className="py-1 text-quiet">Commits by week</summary>
        <table className="mt-2 [&_td]:text-right [&_th]:pr-6 [&_th]:text-left [&_th]:font-normal [&_tr]:border-b [&_tr]:border-line">
          <caption className="sr-only">Commits week by week, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Week to</th>
              <th scope="col">Commits</th>
            </tr>
          </thead>
          <tbody>
            {weeks.reverse().map(({ count, end }) => (
              <tr key={end}>
                <th scope="row">{describeDay(end, DAY_ZONE)}</th>
                <td>{formatCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
