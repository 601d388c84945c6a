import { expect, test } from 'vitest';
import { toAsciiJson } from '@/lib/api/v3/json';

// The right-hand sides are what json.dumps() of Python 3.12 writes.
test.each([
  [{ a: [1, { b: null }], c: true }, '{"a": [1, {"b": null}], "c": true}'],
  [{ empty: {}, none: [] }, '{"empty": {}, "none": []}'],
  ['"\\/\b\f\n\r\t', String.raw`"\"\\/\b\f\n\r\t"`],
  ['\u0001\u001f\u007f', String.raw`"\u0001\u001f\u007f"`],
  ['é中\u2028', String.raw`"\u00e9\u4e2d\u2028"`],
  ['🐍', String.raw`"\ud83d\udc0d"`],
  ['\ud83d', String.raw`"\ud83d"`],
  [{ é: ',: ' }, String.raw`{"\u00e9": ",: "}`],
])('%j is formatted like Python does', (value, text) => {
  expect(toAsciiJson(value)).toBe(text);
});
