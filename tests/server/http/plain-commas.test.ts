import { expect, test } from 'vitest';
import { withPlainCommas } from '@/lib/http/url/plain-commas';

test.each([
  ['/compare/a%2Cb/', '/compare/a,b/'],
  ['/compare/a%2cb,c/?sort=title&q=x%2Cy', '/compare/a,b,c/?sort=title&q=x%2Cy'],
])('%s redirects to %s', (url, address) => {
  expect(withPlainCommas(url)).toBe(address);
});

test.each([
  '/compare/a,b/',
  '/compare/a,b/?q=x%2Cy',
  '/compare/b%2Ca/',
  '/compare/a%2Ca/',
  '/compare/a%2Cb/table.json',
  '/compare/%2C%ff/',
  '/compare//evil%2C/',
  '/packages/p/a%2Cb/',
])('%s doesn’t redirect', (url) => {
  expect(withPlainCommas(url)).toBeUndefined();
});
