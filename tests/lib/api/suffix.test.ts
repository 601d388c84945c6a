import { expect, test } from 'vitest';
import { linksFrom } from '@/lib/api/links';
import { splitSuffix } from '@/lib/api/suffix';

test.each([
  ['/api/v4/', '/api/v4/', undefined],
  ['/api/v4/.json', '/api/v4/', 'json'],
  ['/api/v4/packages/', '/api/v4/packages/', undefined],
  ['/api/v4/packages.json', '/api/v4/packages/', 'json'],
  ['/api/v4/packages.api/', '/api/v4/packages/', 'api'],
  ['/api/v4/packages/34.xml', '/api/v4/packages/34/', 'xml'],
  ['/api/v4/packages/a.b.json', '/api/v4/packages/a.b/', 'json'],
  ['/api/v4/packages/34.JSON', '/api/v4/packages/34/', 'JSON'],
])('%s is %s in the format %s', (path, stem, suffix) => {
  expect(splitSuffix(path)).toEqual({ path: stem, suffix });
});

test('links keep the suffix, then the format', () => {
  const links = linksFrom('http://test', { suffix: 'json', format: 'api' });
  expect(links.packages()).toBe('http://test/api/v4/packages.json?format=api');
  expect(links.grid(3)).toBe('http://test/api/v4/grids/3.json?format=api');
});
