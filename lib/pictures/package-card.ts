import type { ComparedPackage } from '@/lib/comparison/metrics';
import type { Clock } from '@/lib/time';
import type { Card } from './card';
import { healthFigure, licenceFigure, releaseFigure, starsFigure } from './facts';
import { drawable } from './letters';

/** The card of a package: what it is, and the four figures by which most are chosen. */
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
      licenceFigure(it),
    ],
    table: undefined,
  };
}
