import type { ComparedPackage } from '@/lib/comparison/compared-package';
import type { Clock } from '@/lib/time';
import type { Card } from './card';
import { healthFigure, licenseFigure, releaseFigure, starsFigure } from './figures';
import { renderable } from './letters';

/** The Open Graph image of a package: its description and the four figures that matter most for choosing one. */
export function packageCard(pkg: ComparedPackage, category: string, clock: Clock): Card {
  const health = healthFigure(pkg, clock);
  return {
    kicker: renderable(category, 'Package'),
    title: renderable(pkg.title, pkg.slug),
    text: renderable(pkg.description),
    figures: [
      { ...health, value: pkg.health === null ? health.value : `${pkg.health} of 100` },
      starsFigure(pkg, clock),
      releaseFigure(pkg),
      licenseFigure(pkg),
    ],
    table: undefined,
  };
}
