import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { chooserQuery } from '@/lib/comparison/chooser-query';
import { compareLink, FEWEST_COMPARED } from '@/lib/comparison/selection';
import { comparisonLink, comparisonQuery } from '@/lib/comparison/query';
import { declaredQuery } from '@/lib/routes/query';
import { Chooser } from './chooser';
import { readSelection } from './[packages]/load';

export const metadata: Metadata = {
  title: 'Choose packages to compare',
  robots: { index: false },
};

/** Target of compare forms: redirects to the comparison if two or more packages are selected, unless the user wants to add more. */
export default async function ComparePage({ searchParams }: PageProps<'/compare'>) {
  const query = declaredQuery('/compare', await searchParams);
  const { package: requested, more, find } = chooserQuery.parse(query);
  const { slugs, unknown } = readSelection(requested.join(','));
  if (!more && slugs.length >= FEWEST_COMPARED) {
    // The rest of the query is the state of the comparison in which the packages were selected.
    const state = comparisonQuery.parse({ ...query, package: undefined });
    permanentRedirect(comparisonLink(compareLink([...slugs, ...unknown]), state));
  }
  return <Chooser chosen={slugs} unknown={unknown} find={find} />;
}
