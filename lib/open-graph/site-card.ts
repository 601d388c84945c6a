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
    title: 'Compare Django packages side by side',
    text: 'See which are maintained, popular, compatible with your versions, and have the features you need.',
    figures: [
      figure('Packages', packages),
      figure('Grids', grids),
      figure('Features', features),
      figure('Cells', cells),
    ],
    table: undefined,
  };
}
