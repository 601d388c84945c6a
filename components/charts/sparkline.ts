import { markup, type Markup } from '@/lib/text/markup';
import { nounFor } from '@/lib/text/plural';
import { formatCount } from '@/lib/text/wording';

const HEIGHT = 9;

/**
 * A year of weekly commits: the sum, then a sparkline of one line's height. Sparklines with the same `most`, the commits a week at full
 * height, can be compared. Levels are integers and steps are adjacent, to keep it small: a comparison of a hundred packages sends a hundred
 * of these. comparison.css fills it and draws the baseline.
 */
export function sparkline(counts: number[], most = Math.max(...counts)): Markup {
  const sum = counts.reduce((total, count) => total + count, 0);
  const highest = Math.max(...counts);
  const peak = sum > 0 ? `, peak ${formatCount(highest)} a week` : '';
  const words = markup`${formatCount(sum)}<i> ${nounFor(sum, 'commit')}${peak}</i>`;
  return markup`${words}<svg aria-hidden="true" viewBox="0 0 52 ${HEIGHT}" preserveAspectRatio="none" width="104" height="14"><path d="M0 ${HEIGHT}${steps(counts, most)}V${HEIGHT}"/></svg>`;
}

/** The outline of the weeks; a week with any commits is at least one unit high. */
function steps(counts: number[], most: number): string {
  let path = '';
  let last = HEIGHT;
  let weeks = 0;
  for (const count of counts) {
    const level = count === 0 ? 0 : Math.max(1, Math.round((count / most) * HEIGHT));
    const top = HEIGHT - level;
    if (top !== last) {
      path += weeks === 0 ? `V${top}` : `h${weeks}V${top}`;
      weeks = 0;
    }
    weeks++;
    last = top;
  }
  return `${path}h${weeks}`;
}
