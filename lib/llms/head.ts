import { countOf } from '@/lib/text/wording';

interface Counts {
  packages: number;
  grids: number;
  categories: number;
}

/** The start of llms.txt and llms-full.txt: name, summary and notes for reading the rest. */
export function llmsHead({ packages, grids, categories }: Counts): string {
  return `# Packgrid

> Packgrid helps people choose among Django packages: ${countOf(packages, 'package')} in ${countOf(categories, 'category', 'categories')}, compared side by side in ${countOf(grids, 'grid')} by figures that machines collect and features that people enter.

A grid compares packages that do the same job. Health is a number from 0 to 100 for whether a package is alive, kept up to date and open. Figures come from public sources and are as old as they say; what is unknown is called unknown or left out, and is never zero.
`;
}
