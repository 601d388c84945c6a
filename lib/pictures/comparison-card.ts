import type { ComparedPackage } from '@/lib/comparison/metrics';
import { DAY_ZONE, isStale, type Clock } from '@/lib/time';
import { describeMonths } from '@/lib/wording';
import type { Card, CardRow } from './card';
import { healthFigure, releaseFigure, starsFigure } from './facts';
import { drawable } from './letters';

/** So many lines there is room for. */
const MOST_ROWS = 5;

interface Compared {
  kicker: string;
  title: string;
  slug: string;
  text: string;
  packages: ComparedPackage[];
}

/** The card of a comparison: its best known packages by three figures. */
export function comparisonCard({ slug, title, text, ...it }: Compared, clock: Clock): Card {
  const { kicker, packages } = it;
  const shown = packages.slice(0, MOST_ROWS);
  const rows = shown.map((row) => rowOf(row, clock));
  return {
    kicker,
    title: drawable(title, slug),
    text: drawable(text),
    figures: [],
    table: { heads: ['Health', starsHead(shown, clock), 'Last release'], rows },
  };
}

function rowOf(it: ComparedPackage, clock: Clock): CardRow {
  const figures = [healthFigure(it, clock), starsFigure(it, clock), releaseFigure(it)];
  return {
    name: drawable(it.title, it.slug),
    cells: figures.map(({ value, tone }) => ({ text: value, tone })),
  };
}

/** Stars that were all counted long ago say so once, above them. */
function starsHead(shown: ComparedPackage[], clock: Clock): string {
  const times = shown.flatMap(({ starsAt }) => starsAt ?? []);
  const areOld = times.length > 0 && times.every((time) => isStale(time, clock));
  return areOld ? `Stars, ${describeMonths(times, DAY_ZONE)}` : 'Stars';
}
