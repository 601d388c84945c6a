import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { GET } from '@/app/api/v4/openapi.json/route';
import { ROOT } from '@/lib/root';
import { faultsIn, listExamples } from '@/tests/tools/api-schema';
import { useShippedCatalogue } from '@/tests/tools/database';
import { sendAsServer } from '@/tests/tools/send-as-server';

useShippedCatalogue();

const PATH = '/api/v4/openapi.json';

test('redocly finds no problems in the OpenAPI document', async () => {
  const config = await createConfig(readFileSync(join(ROOT, 'redocly.yaml'), 'utf8'));
  const source = await GET().text();
  const problems = await lintFromString({ source, config, absoluteRef: '/openapi.json' });
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});

test('redocly finds a problem in a broken document', async () => {
  const config = await createConfig(readFileSync(join(ROOT, 'redocly.yaml'), 'utf8'));
  const source = (await GET().text()).replace('"operationId":"findRoot"', '"operation":"findRoot"');
  const problems = await lintFromString({ source, config, absoluteRef: '/openapi.json' });
  expect(problems.map(({ ruleId }) => ruleId)).toContain('operation-operationId');
});

const examples = listExamples();

test('the document has many examples', () => {
  expect(examples.length).toBeGreaterThan(30);
});

test.each(examples)('the example at $at matches its schema', ({ schema, example }) => {
  expect(faultsIn(schema, example)).toEqual([]);
});

test('the document is not sent again to a client that has it', async () => {
  const first = await sendAsServer(GET(), PATH, {});
  expect(first.header('content-type')).toBe('application/json');
  const etag = first.header('etag') ?? '';
  const second = await sendAsServer(GET(), PATH, { 'if-none-match': etag });
  expect([second.status, second.text]).toEqual([304, '']);
});
