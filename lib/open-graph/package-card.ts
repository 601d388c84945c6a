import type { ComparedPackage } from '@/lib/comparison/compared-package';
import type { Clock } from '@/lib/time';
import type { Card } from './card';
import { healthFigure, licenseFigure, releaseFigure, starsFigure } from './figures';
import { drawable } from './letters';

/** The Open Graph image of a package: its description and the four figures that matter most for choosing one. */
export function packageCard(it: ComparedPackage, category: string, clock: Clock): Card {
  const health = healthFigure(it, clock);
  return {
    kicker: drawable(category, 'Package'),
    title: drawable(it.title, it.slug),
    text: drawable(it.description),
    figures: [
      { ...health, value: it.health === null ? health.value : `${it.health} of 100` },
      starsFigure(it, clock),
      releaseFigure(it),
      licenseFigure(it),
    ],
    table: undefined,
  };
}
