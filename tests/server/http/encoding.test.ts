import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chooseEncoding, decode, encode, encodings, hasForms } from '@/server/http/answer/encoding';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['gzip;q=0, *', 'br'],
  ['identity', 'identity'],
  ['identity;q=0, gzip;q=0.1', 'gzip'],
  ['gzip;q=0.5, identity', 'identity'],
  ['identity;q=0', 'identity'],
  ['gzip;q=nonsense', 'identity'],
  ['zstd', 'identity'],
])('Accept-Encoding %j gets %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});

test('every encoding has the same body', async () => {
  const body = Buffer.from('Celery, '.repeat(500));
  expect(await encode(body, 'identity')).toEqual(body);
  expect(gunzipSync(await encode(body, 'gzip'))).toEqual(body);
  expect(brotliDecompressSync(await encode(body, 'br'))).toEqual(body);
});

test.each(encodings)(
  'a body encoded as %s is decoded again, into memory of its own',
  async (encoding) => {
    const body = Buffer.from('Celery, '.repeat(500));
    const form = await encode(body, encoding);
    expect(await decode(form, encoding)).toEqual(body);
    if (encoding !== 'identity') expect(form.buffer.byteLength).toBe(form.length);
  },
);

test.each([
  ['text/html; charset=utf-8', true],
  ['application/json', true],
  ['application/feed+json; charset=utf-8', true],
  ['application/atom+xml; charset=utf-8', true],
  ['image/svg+xml', true],
  ['image/png', false],
  ['application/gzip', false],
  ['', false],
])('%j is offered in several encodings: %s', (type, isSo) => {
  expect(hasForms(type, Buffer.alloc(10_000))).toBe(isSo);
  expect(hasForms(type, Buffer.alloc(100))).toBe(false);
});
