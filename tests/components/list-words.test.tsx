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

test('a related comparison says how many packages it has in common, and names some', () => {
  expect(wordsOf(related(5, ['A', 'B', 'C']))).toContain(
    '5 packages in common: A, B, C and 2 more',
  );
  expect(wordsOf(related(2, ['A', 'B']))).toContain('2 packages in common: A and B');
  expect(wordsOf(related(1, ['A']))).toContain('1 package in common: A');
  expect(related(1, ['A'])).toContain('href="/grids/g/grid/"');
});

test('without related comparisons there is no heading for them', () => {
  expect(renderToStaticMarkup(<RelatedGrids grids={[]} />)).toBe('');
});

const noGridLink = (count: number) =>
  renderToStaticMarkup(<NoGridLink count={count} href="/there/" />);

test('a link leads to what stands in no comparison, with its count', () => {
  expect(noGridLink(1234)).toMatch(/href="\/there\/".*>1,234 in no comparison yet</);
  expect(noGridLink(0)).toBe('');
});

test.each([
  ['', undefined, 'There are no packages here yet.'],
  ['', 'in this comparison', 'There are no packages in this comparison.'],
  ['x', 'in this category', 'No packages in this category answer x.'],
])('an empty list of q=%j %s says what it lacks', (q, where, words) => {
  const markup = renderToStaticMarkup(<EmptyList things="packages" q={q} where={where} href="/" />);
  expect(wordsOf(markup)).toContain(words);
});
