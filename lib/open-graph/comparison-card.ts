import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { DAY_ZONE, isStale, type Clock } from '@/lib/time';
import { describeMonth } from '@/lib/text/wording';
import type { Card, CardRow } from './card';
import { healthFigure, releaseFigure, starsFigure } from './figures';
import { renderable } from './letters';

/** Maximum number of rows that fit. */
const MOST_ROWS = 5;

interface Compared {
  kicker: string;
  title: string;
  slug: string;
  text: string;
  packages: ComparedPackage[];
}

/** The Open Graph image of a comparison: the first packages with three figures each. */
export function comparisonCard({ slug, title, text, ...it }: Compared, clock: Clock): Card {
  const { kicker, packages } = it;
  const shown = packages.slice(0, MOST_ROWS);
  const rows = shown.map((row) => rowOf(row, clock));
  return {
    kicker,
    title: renderable(title, slug),
    text: renderable(text),
    figures: [],
    table: { heads: ['Health', starsHead(shown, clock), 'Newest release'], rows },
  };
}

function rowOf(pkg: ComparedPackage, clock: Clock): CardRow {
  const figures = [healthFigure(pkg, clock), starsFigure(pkg, clock), releaseFigure(pkg)];
  return {
    name: renderable(pkg.title, pkg.slug),
    cells: figures.map(({ value, tone, filled }) => ({ text: value, tone, filled })),
  };
}

/** The heading of the stars column; with their month or years if all were counted long ago. */
function starsHead(shown: ComparedPackage[], clock: Clock): string {
  const times = shown.flatMap(({ starsAt }) => starsAt ?? []);
  const areOld = times.length > 0 && times.every((time) => isStale(time, clock));
  if (!areOld) return 'Stars';
  const months = [...new Set(times.map((time) => describeMonth(time, DAY_ZONE)))];
  const years = [...new Set(months.map((month) => month.slice(-4)))].sort();
  if (months.length === 1) return `Stars, ${months.join('')}`;
  return years.length === 1
    ? `Stars, ${years.join('')}`
    : `Stars, ${years[0] ?? ''} to ${years.at(-1) ?? ''}`;
}
