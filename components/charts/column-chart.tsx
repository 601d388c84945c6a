import { highestOf, type Entry } from '@/lib/statistics/chart';
import { formatCount } from '@/lib/text/wording';

interface ChartProps {
  sentence: string;
  entries: Entry[];
}

const WIDTH = 320;
const BASE = 110;
const HEIGHT = 90;
/** Approximate width of a character at this font size. */
const CHARACTER_WIDTH = 7;

/** Vertical columns: for ordered categories, such as years. Only the highest and the last are labelled with their figures. */
export function ColumnChart({ sentence, entries }: ChartProps) {
  const most = highestOf(entries);
  const highest = Math.max(1, most?.count ?? 0);
  const step = WIDTH / Math.max(1, entries.length);
  const levelOf = (count: number) => (count === 0 ? 0 : Math.max(1, (count / highest) * HEIGHT));
  const columns = entries.map(({ count }, index) => {
    const [left, level] = [(index + 0.1) * step, levelOf(count)].map((it) => it.toFixed(1));
    return `M${left ?? 0} ${BASE}v-${level ?? 0}h${(step * 0.8).toFixed(1)}v${level ?? 0}z`;
  });
  const middleOf = (index: number) => ((index + 0.5) * step).toFixed(1);
  return (
    <svg
      role="img"
      aria-label={sentence}
      viewBox={`0 0 ${WIDTH} ${BASE + 18}`}
      fontSize="12"
      textAnchor="middle"
      fill="currentColor"
      className="w-full max-w-md overflow-visible tabular"
    >
      <path d={columns.join('')} className="text-accent" fill="currentColor" />
      <path d={`M0 ${BASE + 0.5}h${WIDTH}`} stroke="currentColor" className="text-edge" />
      {figured(entries, step).map((index) => (
        <text key={index} x={middleOf(index)} y={BASE - 4 - levelOf(entries[index]?.count ?? 0)}>
          {formatCount(entries[index]?.count ?? 0)}
        </text>
      ))}
      {named(entries, step).map((index) => (
        <text key={index} x={middleOf(index)} y={BASE + 15} className="text-quiet">
          {entries[index]?.label}
        </text>
      ))}
    </svg>
  );
}

/** Indexes of the columns labelled with their figure: the highest, and the last if both fit. */
function figured(entries: Entry[], step: number): number[] {
  const most = entries.findIndex((it) => it === highestOf(entries));
  if (most < 0) return [];
  const last = entries.length - 1;
  const room = (last - most) * step;
  const width = formatCount(entries[most]?.count ?? 0).length * CHARACTER_WIDTH;
  return room === 0 || room >= width ? [...new Set([most, last])] : [most];
}

/** Indexes of the columns labelled with their name: as many as fit, counted back from the last. */
function named(entries: Entry[], step: number): number[] {
  const widest = Math.max(0, ...entries.map(({ label }) => label.length)) * CHARACTER_WIDTH + 6;
  const every = Math.max(1, Math.ceil(widest / step));
  return entries.flatMap((_, index) => ((entries.length - 1 - index) % every === 0 ? [index] : []));
}
