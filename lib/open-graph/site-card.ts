import { formatCount } from '@/lib/text/wording';
import type { Card } from './card';

interface Counts {
  packages: number;
  grids: number;
  features: number;
  cells: number;
}

/** The Open Graph image of the site: its purpose and the size of its catalogue. */
export function siteCard({ packages, grids, features, cells }: Counts): Card {
  const figure = (label: string, value: number) => ({ label, value: formatCount(value), note: '' });
  return {
    kicker: '',
    title: 'Django packages side by side',
    text: 'Whether they are alive, who uses them, what they run on and what they can do.',
    figures: [
      figure('Packages', packages),
      figure('Comparisons', grids),
      figure('Features', features),
      figure('Cells filled in', cells),
    ],
    table: undefined,
  };
}
