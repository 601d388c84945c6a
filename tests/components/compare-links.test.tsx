import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CompareThese } from '@/components/comparison/compare-these';
import { ComparedIn } from '@/components/package/compared-in';

const packageOf = (slug: string) => ({ slug, title: slug.toUpperCase(), stars: null, gridId: 1 });
const wordsOf = (markup: string) => markup.replace(/<[^>]*>/g, '');

test.each([
  ['ba', 'two', 'B and A', '/compare/a,b/'],
  ['cab', 'three', 'C, A and B', '/compare/a,b,c/'],
  ['dcba', 'four', 'D, C, B and A', '/compare/a,b,c,d/'],
])('the packages %s have a link with their number and names', (all, count, names, to) => {
  const markup = renderToStaticMarkup(<CompareThese packages={Array.from(all, packageOf)} />);
  expect(markup).toContain(`href="${to}"`);
  expect(markup).toContain(`aria-label="Compare these ${count}: ${names}"`);
  expect(wordsOf(markup)).toBe(`Compare these ${count}`);
});

const comparedIn = (neighbours: string) =>
  renderToStaticMarkup(
    <ComparedIn
      of={{ slug: 'own', title: 'Own' }}
      grids={[{ id: 1, slug: 'grid', title: 'Grid', packageCount: 2, featureCount: 3 }]}
      neighbours={Array.from(neighbours, packageOf)}
    />,
  );

test('a grid links a comparison of a package with its three nearest alternatives', () => {
  expect(comparedIn('edcba')).toContain('href="/compare/c,d,e,own/"');
  expect(wordsOf(comparedIn('edcba'))).toContain('with E, D, C and 2 moreCompare these four');
  expect(wordsOf(comparedIn('ed'))).toContain('with E, DCompare these three');
  expect(wordsOf(comparedIn('e'))).toContain('Compare these two');
});

test('a grid with a single package has no comparison link', () => {
  expect(comparedIn('')).not.toContain('/compare/');
});
