import { expect, test } from 'vitest';
import { baseAddress } from '@/lib/api/base-address';

test('SITE_URL takes precedence over the requested host', () => {
  const site = { SITE_URL: 'https://example.org', PORT: 3000 };
  expect(baseAddress(site, 'evil.example')).toBe('https://example.org');
});

test.each(['localhost:3000', 'packages.example.org', '127.0.0.1', '[::1]:3000'])(
  'links use the requested host %s',
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
])('an invalid host, %s, is not used in links', (host) => {
  expect(baseAddress({ PORT: 8080 }, host)).toBe('http://localhost:8080');
});
