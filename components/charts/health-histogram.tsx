import { countOf, formatCount } from '@/lib/text/wording';

interface HealthHistogramProps {
  bands: { from: number; to: number; count: number }[];
  /** Number of packages whose health is unknown. */
  unknown: number;
}

const HEIGHT = 40;

function describe(bands: HealthHistogramProps['bands'], unknown: number): string {
  const known = bands.reduce((sum, { count }) => sum + count, 0);
  const good = bands.filter(({ from }) => from >= 80).reduce((sum, { count }) => sum + count, 0);
  const poor = bands.filter(({ from }) => from < 40).reduce((sum, { count }) => sum + count, 0);
  return `Of ${countOf(known, 'active package')} with a score, ${formatCount(good)} have 80 or more and ${formatCount(poor)} have less than 40. ${countOf(unknown, 'package has', 'packages have')} no score.`;
}

/** Distribution of health scores: a chart, a sentence that says the same, and a table of the numbers. */
export function HealthHistogram({ bands, unknown }: HealthHistogramProps) {
  const sentence = describe(bands, unknown);
  const highest = Math.max(1, ...bands.map(({ count }) => count));
  return (
    <>
      <figure className="max-w-prose">
        <svg
          role="img"
          aria-label={sentence}
          viewBox={`0 0 100 ${HEIGHT + 0.5}`}
          preserveAspectRatio="none"
          className="h-32 w-full text-accent"
        >
          {bands.map(({ from, count }) => {
            const height = (count / highest) * HEIGHT;
            return (
              <rect
                key={from}
                x={from + 0.4}
                y={HEIGHT - height}
                width={9.2}
                height={height}
                fill="currentColor"
              />
            );
          })}
          <path
            d={`M0 ${HEIGHT + 0.25}h100`}
            stroke="currentColor"
            strokeWidth="1"
            vectorEffect="non-scaling-stroke"
            className="text-edge"
          />
        </svg>
        <p aria-hidden="true" className="grid grid-cols-10 text-center text-caption tabular">
          {bands.map(({ from, count }) => (
            <span key={from}>
              {formatCount(count)}
              <span className="block text-quiet">{from}</span>
            </span>
          ))}
        </p>
        <figcaption className="mt-1 text-caption text-quiet">{sentence}</figcaption>
      </figure>
      <details className="mt-1 text-caption">
        <summary className="py-1 text-quiet">Show as table</summary>
        <table className="mt-2">
          <caption className="sr-only">Active packages by health</caption>
          <thead>
            <tr className="text-left">
              <th scope="col" className="pr-8 font-normal">
                Health
              </th>
              <th scope="col" className="text-right font-normal">
                Packages
              </th>
            </tr>
          </thead>
          <tbody>
            {[
              ...bands.map(({ from, to, count }) => ({ name: `${from} to ${to}`, count })),
              { name: 'Unknown', count: unknown },
            ].map(({ name, count }) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="pr-8 text-left font-normal">
                  {name}
                </th>
                <td className="text-right">{formatCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
