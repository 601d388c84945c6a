import type { Entry } from '@/lib/statistics/chart';
import { countOf, formatCount } from '@/lib/text/wording';

interface BarListProps {
  entries: Entry[];
  /** What is counted, such as `package`. */
  noun: string;
}

/** Number of bars shown at once; the others are on demand. */
const SHOWN = 12;

/** Horizontal bars with a label and a figure; each is a link to the list that it counts, if there is one. */
export function BarList({ entries, noun }: BarListProps) {
  const highest = Math.max(1, ...entries.map(({ count }) => count));
  const bars = entries.map((entry) => (
    <li key={entry.label}>
      <Bar entry={entry} highest={highest} noun={noun} />
    </li>
  ));
  if (bars.length === 0) return <p className="text-table text-quiet">None yet.</p>;
  return (
    <div className="text-table tabular">
      <ul>{bars.slice(0, SHOWN)}</ul>
      {bars.length > SHOWN && (
        <details>
          <summary className="py-1 text-caption text-quiet">{bars.length - SHOWN} more</summary>
          <ul>{bars.slice(SHOWN)}</ul>
        </details>
      )}
    </div>
  );
}

interface BarProps {
  entry: Entry;
  highest: number;
  noun: string;
}

const row =
  'group grid min-h-7 grid-cols-[8.5rem_minmax(0,1fr)_2.75rem] items-center gap-x-3 py-0.5 text-ink';

function Bar({ entry: { label, count, href, isUnknown }, highest, noun }: BarProps) {
  const width = count === 0 ? 0 : Math.max(0.5, (count / highest) * 100).toFixed(1);
  const content = (
    <>
      <bdi className="wrap-anywhere group-hover:text-accent">{label}</bdi>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        data-unknown={isUnknown}
        className="h-2.5 w-full border-l border-edge text-accent data-unknown:text-edge"
      >
        <path d={`M0 0h${width}v1h-${width}z`} fill="currentColor" />
      </svg>
      <span className="text-right">
        <span aria-hidden="true">{formatCount(count)}</span>
        <span className="sr-only">: {countOf(count, noun)}</span>
      </span>
    </>
  );
  if (href === undefined) return <span className={row}>{content}</span>;
  return (
    <a href={href} rel={href.startsWith('/') ? undefined : 'nofollow'} className={row}>
      {content}
    </a>
  );
}
