import { expect, test } from 'vitest';
import { knownTag, lastModifiedOf } from '@/lib/http/validators';

const etag = 'W/"a-1_b"';
const other = '"a-1_b-gz"';
const lastModified = 'Sat, 21 Nov 2026 12:00:00 GMT';
const changedAt = Date.parse(lastModified) * 1000 + 400_000;

function knows(given: Record<string, string>, modifiedAt?: number) {
  const headers = new Headers(given);
  const conditions = {
    tags: headers.get('if-none-match'),
    since: headers.get('if-modified-since'),
  };
  return knownTag(conditions, { etags: [etag, other], modifiedAt });
}

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
  expect(knows(headers, Date.parse(lastModified))).toBe(etag);
});

test.each([
  [{}],
  [{ 'If-None-Match': '"other"' }],
  [{ 'If-None-Match': '' }],
  [{ 'If-None-Match': '"other"', 'If-Modified-Since': lastModified }],
  [{ 'If-Modified-Since': 'Sat, 21 Nov 2026 11:59:59 GMT' }],
  [{ 'If-Modified-Since': 'yesterday' }],
])('%j does not match the ETag', (headers) => {
  expect(knows(headers, Date.parse(lastModified))).toBeUndefined();
});

test('Last-Modified is cut to the second, and omitted while that second may see another change', () => {
  expect(lastModifiedOf(changedAt, changedAt + 2_000_000)).toBe(lastModified);
  expect(lastModifiedOf(changedAt, changedAt + 1_999_999)).toBeUndefined();
});

test('without Last-Modified, If-Modified-Since never matches', () => {
  expect(knows({ 'If-Modified-Since': lastModified })).toBeUndefined();
});

test('a client may have the body in another encoding', () => {
  expect(knows({ 'If-None-Match': `"x", W/${other}` })).toBe(other);
});
