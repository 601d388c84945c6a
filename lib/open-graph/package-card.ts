import type { ComparedPackage } from '@/lib/comparison/compared-package';
import type { Clock } from '@/lib/time';
import type { Card } from './card';
import { healthFigure, licenseFigure, releaseFigure, starsFigure } from './figures';
import { drawable } from './letters';

/** The Open Graph image of a package: its description and the four figures that matter most for choosing one. */
export function packageCard(pkg: ComparedPackage, category: string, clock: Clock): Card {
  const health = healthFigure(pkg, clock);
  return {
    kicker: drawable(category, 'Package'),
    title: drawable(pkg.title, pkg.slug),
    text: drawable(pkg.description),
    figures: [
      { ...health, value: pkg.health === null ? health.value : `${pkg.health} of 100` },
      starsFigure(pkg, clock),
      releaseFigure(pkg),
      licenseFigure(pkg),
    ],
    table: undefined,
  };
}
