import { expect, test } from 'vitest';
import { etagOf, isKnown, lastModifiedOf } from '@/lib/api/etag';

const etag = etagOf('{"count":1}');
const lastModified = 'Sat, 21 Nov 2026 12:00:00 GMT';
const changedAt = Date.parse(lastModified) * 1000 + 400_000;

const knows = (headers: Record<string, string>) =>
  isKnown(new Headers(headers), { etag, lastModified });

test('a body has one ETag, and another body another', () => {
  expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(etagOf('{"count":1}')).toBe(etag);
  expect(etagOf('{"count":2}')).not.toBe(etag);
});

test.each([
  [{ 'If-None-Match': etag }],
  [{ 'If-None-Match': etag.replace('W/', '') }],
  [{ 'If-None-Match': `"other", ${etag}` }],
  [{ 'If-None-Match': '*' }],
  [{ 'If-Modified-Since': lastModified }],
  [{ 'If-Modified-Since': 'Sat, 21 Nov 2026 12:00:01 GMT' }],
  // If-None-Match takes precedence over the date.
  [{ 'If-None-Match': etag, 'If-Modified-Since': 'Sat, 21 Nov 2020 12:00:00 GMT' }],
])('%j matches the ETag', (headers) => {
  expect(knows(headers)).toBe(true);
});

test.each([
  [{}],
  [{ 'If-None-Match': '"other"' }],
  [{ 'If-None-Match': '' }],
  [{ 'If-None-Match': '"other"', 'If-Modified-Since': lastModified }],
  [{ 'If-Modified-Since': 'Sat, 21 Nov 2026 11:59:59 GMT' }],
  [{ 'If-Modified-Since': 'yesterday' }],
])('%j does not match the ETag', (headers) => {
  expect(knows(headers)).toBe(false);
});

test('Last-Modified is cut to the second, and omitted while that second may see another change', () => {
  expect(lastModifiedOf(changedAt, changedAt + 2_000_000)).toBe(lastModified);
  expect(lastModifiedOf(changedAt, changedAt + 1_999_999)).toBeUndefined();
});

test('without Last-Modified, If-Modified-Since never matches', () => {
  const headers = new Headers({ 'If-Modified-Since': lastModified });
  expect(isKnown(headers, { etag, lastModified: undefined })).toBe(false);
});
