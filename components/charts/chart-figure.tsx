import type { ReactNode } from 'react';
import type { Entry } from '@/lib/statistics/chart';
import { formatCount } from '@/lib/text/wording';

interface ChartFigureProps {
  /** Describes the chart; also its text for screen readers. */
  sentence: string;
  /** Headings of the data table, such as `Licence` and `Packages`. */
  heads: { label: string; count: string };
  entries: Entry[];
  /** Whether the data table is open initially, for charts whose names matter most. */
  isOpen?: boolean;
  /** The chart. */
  children: ReactNode;
}

/** A chart with a sentence below it, and its data in a table. */
export function ChartFigure({ sentence, heads, entries, isOpen, children }: ChartFigureProps) {
  return (
    <>
      <figure>
        {children}
        <figcaption className="mt-1 text-caption wrap-anywhere text-quiet" dir="ltr">
          {sentence}
        </figcaption>
      </figure>
      <details className="mt-1 text-caption" open={isOpen}>
        <summary className="py-1 text-quiet">Show as table</summary>
        <table className="mt-1 w-full max-w-md [&_td]:text-right [&_th]:text-left [&_th]:font-normal">
          <caption className="sr-only">{`${heads.count} by ${heads.label.toLowerCase()}`}</caption>
          <thead className="text-quiet">
            <tr>
              <th scope="col">{heads.label}</th>
              <th scope="col" className="text-right!">
                {heads.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ label, count, href }) => (
              <tr key={label} className="border-t border-line">
                <th scope="row" className="py-0.5 wrap-anywhere" dir="auto">
                  {href === undefined ? label : <EntryLink href={href}>{label}</EntryLink>}
                </th>
                <td>{formatCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function EntryLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      rel={href.startsWith('/') ? undefined : 'nofollow'}
      className="inline-block min-w-6 leading-6"
    >
      {children}
    </a>
  );
}
