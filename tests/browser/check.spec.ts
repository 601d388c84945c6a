import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { expect, test } from './fixtures';

const CHECK = '/api/v4/check/';
const fixtures = join(import.meta.dirname, '../fixtures/requirements');
const compiled = readFileSync(join(fixtures, 'pip-compile.txt'), 'utf8');

const ofCurl = { 'Content-Type': 'application/x-www-form-urlencoded' };

test('a requirements file sent by curl is checked, and the response is not cached', async ({
  request,
}) => {
  for (const time of ['first', 'second']) {
    const response = await request.post(CHECK, { data: compiled, headers: ofCurl });
    expect(response.status(), time).toBe(200);
    expect(response.headers()).toMatchObject({
      allow: 'GET, POST, HEAD, OPTIONS',
      'cache-control': 'no-store',
      'x-cache': 'bypass',
    });
    expect(await response.json()).toMatchObject({ asked: 4, listed: 1, lines: 29, refused: [] });
  }
});

test('the body may be text, JSON, a form or a file', async ({ request }) => {
  const answers = await Promise.all([
    request.post(CHECK, { data: compiled, headers: { 'Content-Type': 'text/plain' } }),
    request.post(CHECK, { data: { packages: compiled } }),
    request.post(CHECK, { form: { packages: compiled } }),
    request.post(CHECK, {
      multipart: { file: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(compiled) } },
    }),
    request.post('/api/v4/check.json', { data: compiled, headers: ofCurl }),
  ]);
  for (const answer of answers) expect(await answer.json()).toMatchObject({ asked: 4, lines: 29 });
});

const hash = `    --hash=sha256:${'0'.repeat(64)}`;
/** A requirement with about this many bytes of hashes. */
const withHashes = (bytes: number) => {
  const hashes = Array.from({ length: Math.floor(bytes / (hash.length + 3)) }, () => hash);
  return ['celery==5.3.6', ...hashes].join(' \\\n');
};

test('a file may have a megabyte of hashes, but no more', async ({ request }) => {
  const headers = { 'Content-Type': 'text/plain' };
  const large = await request.post(CHECK, { data: withHashes(1_000_000), headers });
  expect(await large.json()).toMatchObject({ asked: 1, listed: 1, refused: [] });
  const larger = await request.post(CHECK, { data: withHashes(1_100_000), headers });
  expect([larger.status(), await larger.json()]).toEqual([
    413,
    { detail: 'The request body is larger than 1048576 bytes.' },
  ]);
  const elsewhere = await request.post('/api/v4/packages/', { data: withHashes(70_000), headers });
  expect(elsewhere.status()).toBe(413);
});

test('a body without Content-Length has the same limits', async ({ baseURL }) => {
  const send = (bytes: number) =>
    new Promise<number>((resolve, reject) => {
      const headers = { 'Content-Type': 'text/plain', 'Transfer-Encoding': 'chunked' };
      const sent = httpRequest(`${baseURL ?? ''}${CHECK}`, { method: 'POST', headers });
      sent.on('error', reject).on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.end(withHashes(bytes));
    });
  expect(await send(1_000_000)).toBe(200);
  expect(await send(1_100_000)).toBe(413);
});

for (const path of ['/api/v4/', '/api/v4/packages/', '/api/v4/search/', '/api/v4/compare/']) {
  test(`${path} does not accept POST`, async ({ request }) => {
    const response = await request.post(path, { data: compiled, headers: ofCurl });
    expect(response.status()).toBe(405);
    expect(response.headers()['allow']).toBe('GET, HEAD, OPTIONS');
  });
}

for (const method of ['PUT', 'PATCH', 'DELETE']) {
  test(`the check does not accept ${method}`, async ({ request }) => {
    const response = await request.fetch(CHECK, { method, data: compiled, headers: ofCurl });
    expect(response.status()).toBe(405);
    expect(response.headers()['allow']).toBe('GET, POST, HEAD, OPTIONS');
  });
}

test('scripts of other sites may post JSON', async ({ request }) => {
  const response = await request.fetch(CHECK, {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'POST' },
  });
  expect(response.headers()).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, HEAD, OPTIONS',
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the browsable page posts a text', async ({ page }) => {
    await page.goto(`${CHECK}?packages=celery&format=api`);
    await page.getByLabel('packages').fill('celery[redis]==5.3\nceleryy');
    await page.getByRole('button', { name: 'POST' }).click();
    await expect(page.locator('.request')).toHaveText(`POST ${CHECK}`);
    await expect(page.locator('.response')).toContainText('"asked": 2');
  });

  test('the browsable page posts a file', async ({ page }) => {
    await page.goto(`${CHECK}?packages=celery&format=api`);
    await page.getByLabel('or a file').setInputFiles(join(fixtures, 'powershell.txt'));
    await page.getByRole('button', { name: 'POST' }).click();
    await expect(page.locator('.response')).toContainText('"asked": 2');
  });
});
