import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import * as check from '@/app/api/v4/check/route';
import * as packages from '@/app/api/v4/packages/route';
import { checkSchema } from '@/lib/api/schemas/check';
import { errorSchema } from '@/lib/api/schemas/error';
import { ROOT } from '@/lib/root';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './ask';

useShippedCatalogue();

function found<Schema extends z.ZodType>(schema: Schema, answer: Awaited<ReturnType<typeof ask>>) {
  expect(answer.status).toBe(200);
  return schema.parse(answer.document());
}

const askCheck = (packages: string[]) =>
  ask(check, `/api/v4/check/?packages=${encodeURIComponent(packages.join())}`);

test('finds projects by PyPI name, requirement and URL', async () => {
  const names = [
    'Celery',
    'celery[redis]>=5.2',
    'django_q==1.3.9',
    'Django.Q ; python_version < "3.9"',
    'celery @ git+https://github.com/celery/celery@v5.4',
    'https://github.com/Koed00/django-q.git',
    'git@github.com:koed00/django-q',
    'https://pypi.org/project/django-q/',
    'django-q   # for tasks',
  ];
  const it = found(checkSchema, await askCheck(names));
  expect(it.results.map(({ asked, package: known }) => [asked, known?.slug])).toEqual([
    ['Celery', 'celery'],
    ['celery[redis]>=5.2', 'celery'],
    ['django_q==1.3.9', 'django-q'],
    ['Django.Q ; python_version < "3.9"', 'django-q'],
    ['celery @ git+https://github.com/celery/celery@v5.4', 'celery'],
    ['https://github.com/Koed00/django-q.git', 'django-q'],
    ['git@github.com:koed00/django-q', 'django-q'],
    ['https://pypi.org/project/django-q/', 'django-q'],
    ['django-q   # for tasks', 'django-q'],
  ]);
});

test('reports unlisted projects, and lines without a project with a reason', async () => {
  const names = [
    'nope',
    '-r base.txt',
    '🐍',
    '\0',
    '../etc',
    'javascript:x',
    'https://example.org',
  ];
  const it = found(checkSchema, await askCheck(names));
  expect(
    it.results.map(({ asked, is_listed, package: known }) => [asked, is_listed, known]),
  ).toEqual([
    ['nope', false, null],
    ['https://example.org', false, null],
  ]);
  expect(it).toMatchObject({ asked: 2, listed: 0, lines: 1 });
});

test('reports the replacement of a deprecated project', async () => {
  const it = found(checkSchema, await askCheck(['django-private-chat', 'celery']));
  const [old, alive] = it.results;
  expect(old?.package).toMatchObject({ is_deprecated: true, is_maintained: false });
  expect(old?.package?.replaced_by?.title).toMatch(/private_?-?chat2/i);
  expect(old?.package?.warnings[0]).toMatchObject({ key: 'deprecated' });
  expect(alive?.package).toMatchObject({ is_deprecated: false, is_maintained: true, warnings: [] });
  expect(it).toMatchObject({ asked: 2, listed: 2, deprecated: 1, unmaintained: 1 });
});

test('accepts up to 500 projects per check', async () => {
  const names = Array.from({ length: 501 }, (_, index) => `project-${index}`);
  expect((await askCheck(names.slice(0, 500))).status).toBe(200);
  expect((await askCheck(names)).status).toBe(400);
  expect((await ask(check, '/api/v4/check/')).status).toBe(400);
});

const askText = (text: string) => ask(check, `/api/v4/check/?packages=${encodeURIComponent(text)}`);

/** What a response says about each entry. */
const summaryOf = ({ results, skipped, refused }: z.infer<typeof checkSchema>) => ({
  results: results.map((result) => [result.line, result.asked, result.package?.slug ?? null]),
  skipped: skipped.map((it) => [it.line, it.text, it.reason]),
  refused: refused.map((it) => [it.line, it.text, it.reason]),
});

test('a comma inside brackets or before a version is part of the requirement', async () => {
  const text = 'celery[redis,auth]==5.3.0,django-q>=1,<2, huey ; python_version in "3.8, 3.9"';
  const it = found(checkSchema, await askText(text));
  expect(it.results.map((result) => [result.name, result.extras, result.specifier])).toEqual([
    ['celery', ['redis', 'auth'], '==5.3.0'],
    ['django-q', [], '>=1,<2'],
    ['huey', [], null],
  ]);
  expect(it.results[2]?.marker).toBe('python_version in "3.8, 3.9"');
});

test('reports every line of the query', async () => {
  const it = found(
    checkSchema,
    await askText('celery # queue\n\n-r base.txt\nhuey 2 3,rq\nCelery,rq'),
  );
  expect(it.lines).toBe(5);
  expect(summaryOf(it)).toEqual({
    results: [
      [1, 'celery # queue', 'celery'],
      [4, 'rq', null],
      [5, 'Celery', 'celery'],
    ],
    skipped: [
      [2, '', 'blank line'],
      [3, '-r base.txt', 'requirements file'],
      [5, 'rq', 'repeated'],
    ],
    refused: [[4, 'huey 2 3', 'Unexpected text at "2 3"']],
  });
});

test('recognizes a fork of a listed project by its name', async () => {
  const text = '-e git+ssh://git@github.com/me/fork.git@main#egg=celery';
  const { results } = found(checkSchema, await askText(text));
  expect(results[0]?.package?.slug).toBe('celery');
});

test.each([
  ['celery', true],
  ['celery>=4', true],
  ['celery<4', false],
  ['celery>=4,<5', false],
  ['celery==nightly', null],
  ['nope', null],
])('whether %s allows the newest version: %s', async (text, allows) => {
  const { results } = found(checkSchema, await askText(text));
  expect(results[0]?.allows_newest).toBe(allows);
});

test.each([
  ['', 'must have 1 to 500 PyPI names'],
  [' \n ', 'must have 1 to 500 PyPI names'],
  [
    Array.from({ length: 501 }, (_, index) => `a ${index} b`).join('\n'),
    'must have 1 to 500 PyPI names',
  ],
  [`celery${'\n'.repeat(20_000)}`, 'must have at most 20,000 lines'],
  [
    Array(101)
      .fill(0)
      .map((_, index) => `a${index}`.padEnd(1000, 'b'))
      .join(),
    'must have at most 100,000 characters',
  ],
])('%# refuses an empty or overlong list', async (text, rule) => {
  const error = errorSchema.parse((await askText(text)).document());
  expect(error.parameter).toBe('packages');
  expect(error.detail).toContain(`Parameter "packages" ${rule}`);
});

const post = (body: BodyInit, type?: string, path = '/api/v4/check/') =>
  ask(check, path, {
    method: 'POST',
    body,
    headers: type === undefined ? {} : { 'Content-Type': type },
  });

const fixture = (name: string) => readFileSync(join(ROOT, 'tests/fixtures/requirements', name));
const file = 'celery[redis,auth]==5.3.0\n# via x\nhuey>=1,<2\n';
const formOf = (parts: [string, string | Blob][]) => {
  const form = new FormData();
  for (const [name, part] of parts) form.append(name, part);
  return form;
};

test.each([
  ['a file', file, 'text/plain'],
  ['a file with a charset', file, 'text/plain; charset=utf-8'],
  ['a file without a type', new Blob([file]), undefined],
  ['bytes', file, 'application/octet-stream'],
  ['a file that curl calls a form', file, 'application/x-www-form-urlencoded'],
  ['a form', new URLSearchParams({ packages: file }), undefined],
  ['a form that is not encoded', `packages=${file}`, 'application/x-www-form-urlencoded'],
  ['JSON', JSON.stringify({ packages: file }), 'application/json'],
  ['JSON line by line', JSON.stringify({ packages: file.trim().split('\n') }), 'application/json'],
  ['a form with a file', formOf([['file', new File([file], 'requirements.txt')]]), undefined],
  ['a form with a text', formOf([['packages', file]]), undefined],
  [
    'a form with an empty file',
    formOf([
      ['packages', file],
      ['file', new File([], '')],
    ]),
    undefined,
  ],
])('POST accepts %s', async (_, body, type) => {
  const answer = await post(body, type);
  expect(summaryOf(found(checkSchema, answer))).toEqual({
    results: [
      [1, 'celery[redis,auth]==5.3.0', 'celery'],
      [3, 'huey>=1,<2', 'huey'],
    ],
    skipped: [[2, '# via x', 'comment']],
    refused: [],
  });
  expect(answer.header('cache-control')).toBe('no-store');
  expect(answer.header('allow')).toBe('GET, POST, HEAD, OPTIONS');
});

test.each([
  ['pip-compile.txt', 4, ['celery']],
  ['pip-freeze.txt', 8, ['celery', 'django-q', 'django-redis']],
  ['poetry-export.txt', 3, ['celery', 'django-q']],
  ['uv-export.txt', 2, ['celery', 'django-q']],
  ['pip-list.txt', 4, ['celery', 'django-q']],
  ['windows.txt', 2, ['celery', 'django-q']],
  ['powershell.txt', 2, ['celery', 'django-q']],
])('POST of %s checks %i projects, of which %j are listed', async (name, asked, slugs) => {
  const it = found(checkSchema, await post(new Uint8Array(fixture(name)), 'text/plain'));
  expect(it).toMatchObject({ asked, refused: [] });
  expect(it.results.flatMap((result) => result.package?.slug ?? [])).toEqual(slugs);
});

test.each([
  ['{"packages"', 'application/json', 400, 'JSON parse error.'],
  ['{}', 'application/json', 400, '"packages" must be a string or a list of strings.'],
  [
    '{"packages": [1]}',
    'application/json',
    400,
    '"packages" must be a string or a list of strings.',
  ],
  ['x', 'multipart/form-data; boundary=y', 400, 'Multipart form parse error.'],
  ['x', 'application/xml', 415, 'Unsupported media type "application/xml" in request.'],
  ['', 'text/plain', 400, 'Parameter "packages" must have 1 to 500 PyPI names'],
])('POST of %j as %s responds with %i', async (body, type, status, detail) => {
  const answer = await post(body, type);
  expect([answer.status, errorSchema.parse(answer.document()).detail]).toEqual([
    status,
    expect.stringContaining(detail),
  ]);
});

test('the browsable page has a form for text or a file', async () => {
  const answer = await ask(check, '/api/v4/check/?packages=celery&format=api');
  expect(answer.text).toContain(
    '<form class="post" method="post" action="/api/v4/check/" enctype="multipart/form-data">',
  );
  expect(answer.text).toContain('<textarea id="posted" name="packages"');
  const posted = await ask(check, '/api/v4/check/', {
    method: 'POST',
    headers: { Accept: 'text/html' },
    body: formOf([['packages', 'celery']]),
  });
  expect(posted.text).toContain('<b>POST</b> /api/v4/check/');
  const other = await ask(packages, '/api/v4/packages/?format=api');
  expect(other.text).not.toContain('<textarea');
});

test('the OPTIONS form still returns the description of the resource', async () => {
  const request = new Request('http://localhost:3000/api/v4/check/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '15' },
    body: '_method=OPTIONS',
  });
  const response = await check.POST(request, { params: Promise.resolve({}) });
  expect(await response.json()).toMatchObject({
    name: 'Check',
    parses: [
      ...['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
      'text/plain',
    ],
  });
});
