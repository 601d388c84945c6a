import { expect, test } from 'vitest';
import { nextPath } from '@/lib/accounts/next-path';

test.each(['/', '/grids/', '/grids/g/cms/?sort=title&pin=a,b#comparison', '/packages/p/ünï/'])(
  '%j is a path of this site',
  (path) => {
    expect(nextPath.parse(path)).toBe(path);
  },
);

test.each([
  ...['https://evil.example/', '//evil.example/', '///evil.example/', '/\\evil.example/'],
  ...['\\\\evil.example', '/\t/evil.example/', '/\n/evil.example', '\t//evil.example'],
  ...['javascript:alert(1)', 'data:text/html,x', 'grids/', '', ' /grids/', 'http:/evil.example'],
  ...['/grids/\\..\\..', '/\u0000', '@evil.example', '//evil.example\\@here.invalid/'],
])('%j becomes the home page', (path) => {
  expect(nextPath.parse(path)).toBe('/');
});

test.each([undefined, null, ['/a/', '/b/'], 5])('%j becomes the home page', (value) => {
  expect(nextPath.parse(value)).toBe('/');
});
