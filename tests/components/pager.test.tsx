import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Pager } from '@/components/tables/pager';

const render = (page: number, pages: number) =>
  renderToStaticMarkup(<Pager page={page} pages={pages} hrefOf={(it) => `/?page=${it}`} />);

/** What is visible: the numbers in order, `…` for a gap, the current page in brackets. */
const shown = (page: number, pages: number) =>
  [...render(page, pages).matchAll(/…|<a [^>]*aria-label="Page \d+"[^>]*>(\d+)<\/a>/g)]
    .map(([part, number]) => {
      if (number === undefined) return part;
      return part.includes('aria-current="page"') ? `[${number}]` : number;
    })
    .join(' ');

test.each([
  [1, 2, '[1] 2'],
  [1, 3, '[1] 2 3'],
  [2, 3, '1 [2] 3'],
  [1, 10, '[1] 2 … 10'],
  [3, 10, '1 2 [3] 4 … 10'],
  [5, 10, '1 … 4 [5] 6 … 10'],
  [8, 10, '1 … 7 [8] 9 10'],
  [10, 10, '1 … 9 [10]'],
  [5000, 10000, '1 … 4999 [5000] 5001 … 10000'],
])('page %d of %d shows %s', (page, pages, text) => {
  expect(shown(page, pages)).toBe(text);
});

test('a single page has no pager', () => {
  expect(render(1, 1)).toBe('');
  expect(render(1, 0)).toBe('');
});

test('exactly one page is current', () => {
  for (let page = 1; page <= 12; page++) {
    expect(render(page, 12).match(/aria-current="page"/g)).toHaveLength(1);
  }
});

test('every page has a link, and the pager a name', () => {
  const markup = render(5, 10);
  expect(markup).toMatch(/^<nav aria-label="Pages"/);
  for (const page of [1, 4, 5, 6, 10]) {
    expect(markup).toContain(`<a href="/?page=${page}" aria-label="Page ${page}"`);
  }
});

test('every page but the last has a next link', () => {
  expect(render(1, 3)).toMatch(/<a href="\/\?page=2" rel="next"[^>]*>Next page<\/a>/);
  expect(render(3, 3)).not.toContain('rel="next"');
});

test('a gap is hidden from screen readers', () => {
  expect(render(5, 10)).toContain('<span aria-hidden="true">…</span>');
});
