import { markup, type Markup } from '@/lib/markup';
import { formatCount } from '@/lib/wording';
import { weekBars } from './week-bars';

/** A year of weekly commits in the height of a line, after their sum in figures. */
export function sparkline(counts: number[]): Markup {
  const sum = counts.reduce((total, count) => total + count, 0);
  const most = sum > 0 ? `, at most ${formatCount(Math.max(...counts))} in a week` : '';
  const words = markup`${formatCount(sum)}<span class="sr-only"> ${sum === 1 ? 'commit' : 'commits'}${most}</span>`;
  const line = markup`<path d="M0 13.75h52" stroke="currentColor" stroke-width=".5" opacity=".6"/>`;
  const bars = markup`<path d="${weekBars(counts, 14)}" fill="currentColor"/>`;
  return markup`${words}<svg aria-hidden="true" viewBox="0 0 52 14" preserveAspectRatio="none" width="104" height="14">${line}${bars}</svg>`;
}
