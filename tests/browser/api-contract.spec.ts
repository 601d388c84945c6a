import { expect, test } from '@playwright/test';
import { ask, type Answer } from './contract/ask';
import { oldPairs } from './contract/old-pairs';
import type { Pair } from './contract/pair';
import { v3Pairs } from './contract/v3-pairs';
import { acceptPairs, formatPairs, suffixPairs } from './contract/v4-formats';
import { listPairs } from './contract/v4-lists';
import { methodPairs } from './contract/v4-methods';
import { recordPairs } from './contract/v4-records';
import { searchPairs } from './contract/v4-search';

/**
 * Responses of the reference, derived from its specification and the shipped catalogue. The expectations use none of the
 * site's own code, and the requests are sent over the wire as they are written.
 */
const parts = {
  records: recordPairs,
  lists: listPairs,
  'by Accept': acceptPairs,
  'by format': formatPairs,
  'by suffix': suffixPairs,
  methods: methodPairs,
  search: searchPairs,
  'version 3': v3Pairs,
  'older versions': oldPairs,
};

const port = Number(process.env['PACKGRID_TEST_PORT']);

function expectHeaders({ has }: Pair, { headers }: Answer) {
  for (const [name, wanted] of Object.entries(has)) {
    const sent = headers[name];
    if (typeof wanted === 'string') expect(sent, name).toBe(wanted);
    else expect(sent ?? '', name).toMatch(wanted);
  }
}

function expectBody({ body }: Pair, answer: Answer) {
  if (typeof body === 'string') expect(answer.text).toBe(body);
  else if (body instanceof RegExp) expect(answer.text).toMatch(body);
  else body(answer);
}

for (const [part, pairs] of Object.entries(parts)) {
  test.describe(part, () => {
    for (const [index, pair] of pairs.entries()) {
      const accept = pair.headers?.['Accept'] ?? '';
      test(`${index + 1}: ${pair.ask} ${accept} → ${pair.status}`, async () => {
        const [method = '', path = ''] = pair.ask.split(' ');
        const { headers = {}, sends } = pair;
        const question = { method, path, headers, ...(sends === undefined ? {} : { body: sends }) };
        const answer = await ask(port, question);
        expect(answer.status).toBe(pair.status);
        expectHeaders(pair, answer);
        expectBody(pair, answer);
      });
    }
  });
}

test('there are at least 150 request and response pairs', () => {
  expect(Object.values(parts).flat().length).toBeGreaterThanOrEqual(150);
});
