import { markup, type Markup } from '@/lib/text/markup';
import { SHEET_WIDTH, yearMarks, type TimeScale } from '@/lib/timesheet/scale';

/** Maximum number of labelled years, on wide screens and on phones. */
const MOST = { wide: 10, narrow: 5 };

/** The years above the bars of a timeline. Hidden from screen readers; the column heading has the text. */
export function yearScale(scale: TimeScale): Markup {
  const wide = labels(scale, MOST.wide);
  const narrow = labels(scale, MOST.narrow);
  return markup`<svg aria-hidden="true" width="100%" height="20" class="overflow-visible text-caption"><g class="max-sm:hidden">${wide}</g><g class="sm:hidden">${narrow}</g></svg>`;
}

function labels(scale: TimeScale, most: number): Markup[] {
  return yearMarks(scale, most).map(({ year, place }) => {
    const x = `${(place / SHEET_WIDTH) * 100}%`;
    return markup`<text x="${x}" y="12" text-anchor="middle" fill="currentColor">${year}</text><line x1="${x}" x2="${x}" y1="15" y2="20" class="stroke-edge"/>`;
  });
}
