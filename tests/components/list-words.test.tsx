import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RelatedGrids } from '@/components/comparison/related-grids';
import { EmptyList } from '@/components/lists/empty-list';
import { NoGridLink } from '@/components/lists/no-grid-link';

const wordsOf = (markup: string) => markup.replace(/<[^>]*>/g, '');

const related = (sharedCount: number, shared: string[]) =>
  renderToStaticMarkup(
    <RelatedGrids grids={[{ slug: 'grid', title: 'Grid', sharedCount, shared }]} />,
  );

test('a related comparison shows the number of shared packages and names some', () => {
  expect(wordsOf(related(5, ['A', 'B', 'C']))).toContain(
    '5 packages in common: A, B, C and 2 more',
  );
  expect(wordsOf(related(2, ['A', 'B']))).toContain('2 packages in common: A and B');
  expect(wordsOf(related(1, ['A']))).toContain('1 package in common: A');
  expect(related(1, ['A'])).toContain('href="/grids/g/grid/"');
});

test('there is no heading without related comparisons', () => {
  expect(renderToStaticMarkup(<RelatedGrids grids={[]} />)).toBe('');
});

const noGridLink = (count: number) =>
  renderToStaticMarkup(<NoGridLink count={count} href="/there/" />);

test('links the packages in no comparison, with their count', () => {
  expect(noGridLink(1234)).toMatch(/href="\/there\/".*>1,234 not in any grid</);
  expect(noGridLink(0)).toBe('');
});

test.each([
  ['', undefined, 'No packages yet.'],
  ['', 'in this comparison', 'No packages in this comparison.'],
  ['x', 'in this category', 'No packages in this category match x.'],
])('an empty list for q=%j %s says why', (q, where, words) => {
  const markup = renderToStaticMarkup(<EmptyList things="packages" q={q} where={where} href="/" />);
  expect(wordsOf(markup)).toContain(words);
});
