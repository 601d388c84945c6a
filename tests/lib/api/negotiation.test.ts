import { expect, test } from 'vitest';
import { negotiate } from '@/lib/api/negotiation';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

test.each([
  [undefined, null, 'json', 0],
  [undefined, '*/*', 'json', 0],
  [undefined, 'application/json', 'json', 0],
  [undefined, 'application/*', 'json', 0],
  [undefined, 'text/html', 'api', 0],
  [undefined, 'text/*', 'api', 0],
  [undefined, browser, 'api', 0],
  [undefined, 'text/html, application/json', 'json', 0],
  [undefined, 'text/plain, */*;q=0.1', 'json', 0],
  [undefined, 'application/json; indent=4', 'json', 4],
  [undefined, 'application/json;indent="2"', 'json', 2],
  [undefined, 'application/json; indent=99', 'json', 8],
  [undefined, 'application/json; indent=-1', 'json', 0],
  [undefined, 'application/json; indent=x', 'json', 0],
  [undefined, '*/*; indent=4', 'json', 4],
  ['json', browser, 'json', 0],
  ['api', null, 'api', 0],
  ['', null, 'json', 0],
])('format %s with Accept %s is %s, indented by %i', (format, accept, name, indent) => {
  expect(negotiate(format, accept)).toEqual({ format: name, indent });
});

test.each(['xml', 'JSON', 'csv', '\0', '🐍'])('format %s is not found', (format) => {
  expect(negotiate(format, null)).toEqual({ status: 404, document: { detail: 'Not found.' } });
});

test.each([
  [undefined, 'text/plain'],
  [undefined, 'image/png, application/xml'],
  [undefined, ''],
  [undefined, ';;,=,/'],
  ['json', 'text/html'],
  ['api', 'application/json'],
])('format %s with Accept %s is not acceptable', (format, accept) => {
  expect(negotiate(format, accept)).toEqual({
    status: 406,
    document: { detail: 'Could not satisfy the request Accept header.' },
  });
});
