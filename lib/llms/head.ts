import { countOf } from '@/lib/text/wording';

interface Counts {
  packages: number;
  grids: number;
  categories: number;
}

/** The start of llms.txt and llms-full.txt: name, summary and notes for reading the rest. */
export function llmsHead({ packages, grids, categories }: Counts): string {
  return `# Packgrid

> Packgrid helps people choose among Django packages: ${countOf(packages, 'package')} in ${countOf(categories, 'category', 'categories')}, compared side by side in ${countOf(grids, 'grid')} by figures from public sources and features that people enter.

A grid compares packages that do the same job. Health is a score from 0 to 100 for how well a package is maintained. Figures come from public sources, and old ones show their date. Missing data is shown as unknown or omitted; it is never zero.
`;
}
