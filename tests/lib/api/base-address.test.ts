import { expect, test } from 'vitest';
import { baseAddress } from '@/lib/api/base-address';

test('the address of the site comes before the host of the request', () => {
  const site = { SITE_URL: 'https://example.org', PORT: 3000 };
  expect(baseAddress(site, 'evil.example')).toBe('https://example.org');
});

test.each(['localhost:3000', 'packages.example.org', '127.0.0.1', '[::1]:3000'])(
  'links go to the host %s that was asked',
  (host) => {
    expect(baseAddress({ PORT: 3000 }, host)).toBe(`http://${host}`);
  },
);

test.each([
  null,
  '',
  'a b',
  'evil.example/path',
  'user@evil.example',
  'evil.example:port',
  'evil.example?x',
  '-x',
  '"><script>',
  `${'a'.repeat(300)}.example`,
])('what is no host, %s, stays out of links', (host) => {
  expect(baseAddress({ PORT: 8080 }, host)).toBe('http://localhost:8080');
});
