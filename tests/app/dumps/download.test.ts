import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { prerenderToNodeStream } from 'react-dom/static';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GET, HEAD } from '@/app/(read)/dumps/[file]/route';
import DumpsPage from '@/app/(read)/dumps/page';
import { database } from '@/db/client';
import { linksFrom } from '@/lib/api/links';
import { documentsIn } from '@/lib/import/read-text';
import { settings } from '@/lib/settings';
import { now } from '@/lib/time';
import { dumpsFolder, findDumps } from '@/server/import-export/dumps/folder';
import { writeDumps } from '@/server/import-export/dumps/write';
import { checkDocuments } from '@/server/import-export/import/stage';
import { useShippedCatalogue } from '@/tests/tools/database';
import { enrichCatalogue } from '@/tests/tools/enrich-catalogue';

useShippedCatalogue();

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

const write = (at = now()) =>
  writeDumps({
    databasePath: settings().DATABASE_PATH,
    setting: { links: linksFrom('https://example.org', undefined), zone: 'UTC' },
    now: at,
  });

const ask = (file: string, headers: Record<string, string> = {}, handler = GET) =>
  handler(new Request(`http://localhost:3000/dumps/${encodeURIComponent(file)}`, { headers }), {
    params: Promise.resolve({ file }),
  });

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

const page = async () => text((await prerenderToNodeStream(DumpsPage())).prelude);

beforeAll(async () => {
  expect(await page()).toContain('No dumps yet');
  enrichCatalogue();
});
beforeAll(async () => {
  expect(await write()).toBe(true);
});

const files = () => findDumps(settings().DATABASE_PATH)?.manifest.files ?? [];

test('the manifest has the correct size and hash of every file', async () => {
  expect(files().map(({ name }) => name)).toEqual([
    'catalogue.ndjson.gz',
    'packages.csv.gz',
    'grids.csv.gz',
    'memberships.csv.gz',
    'cells.csv.gz',
    'packages.ndjson.gz',
    'grids.ndjson.gz',
    'categories.ndjson.gz',
  ]);
  for (const { name, bytes, sha256, records } of files()) {
    const response = await ask(name);
    const body = await bytesOf(response);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/gzip');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    expect(Number(response.headers.get('content-length'))).toBe(bytes);
    expect(body).toHaveLength(bytes);
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    const lines = gunzipSync(body).toString().split('\n').length - 1;
    // One line is about the catalogue as a whole.
    if (name.endsWith('.ndjson.gz')) expect(lines).toBe(records ?? 1 + 5 + 186 + 31);
  }
});

test('the file of the whole catalogue can be imported', async () => {
  const body = gunzipSync(await bytesOf(await ask('catalogue.ndjson.gz')));
  const { documents, problems } = checkDocuments(documentsIn(body.toString()), 'dump');
  expect(problems).toEqual([]);
  expect(documents.filter(({ kind }) => kind === 'package')).toHaveLength(186);
});

test('the page links each file and the terms', async () => {
  const html = await page();
  for (const { name } of files()) expect(html).toContain(`href="/dumps/${name}"`);
  expect(html).toContain('please credit the sources');
});

test.each([
  '../current',
  '..%2fcurrent',
  'current',
  '../../etc/passwd',
  '/etc/passwd',
  'packages.csv',
  'packages.csv.gz/',
  'packages.csv.gz\0',
  './packages.csv.gz',
  '',
  '..',
  'constructor',
])('%j is not found, since the manifest does not list it', async (name) => {
  expect((await ask(name)).status).toBe(404);
});

test('a file is not sent again to a client that has it', async () => {
  const first = await ask('grids.csv.gz');
  const etag = first.headers.get('etag') ?? '';
  const modified = first.headers.get('last-modified') ?? '';
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
  expect((await ask('grids.csv.gz', { 'If-None-Match': `W/${etag}, "x"` })).status).toBe(304);
  expect((await ask('grids.csv.gz', { 'If-None-Match': '"x"' })).status).toBe(200);
  expect((await ask('grids.csv.gz', { 'If-Modified-Since': modified })).status).toBe(304);
  const earlier = 'Sat, 01 Jan 2000 00:00:00 GMT';
  expect((await ask('grids.csv.gz', { 'If-Modified-Since': earlier })).status).toBe(200);
});

test('HEAD returns only headers', async () => {
  const response = await ask('grids.csv.gz', {}, HEAD);
  const [file] = files().filter(({ name }) => name === 'grids.csv.gz');
  expect(Number(response.headers.get('content-length'))).toBe(file?.bytes);
  // Calls the handler of GET; over HTTP, Node sends no body for HEAD.
  expect(response.status).toBe(200);
});

test('an interrupted download can be resumed', async () => {
  const whole = await bytesOf(await ask('packages.csv.gz'));
  const etag = (await ask('packages.csv.gz')).headers.get('etag') ?? '';
  const rest = await ask('packages.csv.gz', { Range: 'bytes=100-', 'If-Range': etag });
  expect(rest.status).toBe(206);
  expect(rest.headers.get('content-range')).toBe(`bytes 100-${whole.length - 1}/${whole.length}`);
  expect(await bytesOf(rest)).toEqual(whole.subarray(100));
  const last = await ask('packages.csv.gz', { Range: 'bytes=-5' });
  expect(await bytesOf(last)).toEqual(whole.subarray(-5));
  expect((await ask('packages.csv.gz', { Range: `bytes=${whole.length}-` })).status).toBe(416);
  const all = await ask('packages.csv.gz', { Range: `bytes=-${whole.length + 1}` });
  expect([all.status, (await bytesOf(all)).length]).toEqual([206, whole.length]);
  expect((await ask('packages.csv.gz', { Range: 'bytes=5-9', 'If-Range': '"old"' })).status).toBe(
    200,
  );
  expect((await ask('packages.csv.gz', { Range: 'lines=1-2' })).status).toBe(200);
});

test('dumps are replaced only after a change of the catalogue', async () => {
  const before = findDumps(settings().DATABASE_PATH);
  expect(await write()).toBe(false);
  expect(findDumps(settings().DATABASE_PATH)).toEqual(before);

  database().run(sql`update packages set title = 'Zanzibar' where slug = 'celery'`);
  expect(await write()).toBe(true);
  const after = findDumps(settings().DATABASE_PATH);
  expect(after?.folder).not.toBe(before?.folder);
  const body = gunzipSync(await bytesOf(await ask('packages.csv.gz')));
  expect(body.toString()).toContain('Zanzibar');

  // The previous set is kept for clients that are downloading it, older ones are deleted.
  database().run(sql`update packages set title = 'Celery' where slug = 'celery'`);
  await write();
  database().run(sql`update packages set title = 'Sellerie' where slug = 'celery'`);
  await write();
  const kept = readdirSync(dumpsFolder(settings().DATABASE_PATH));
  expect(kept.filter((name) => name !== 'current')).toHaveLength(2);
});

test('dumps have no records that await moderation', async () => {
  database().run(
    sql`update package_examples set is_active = null, title = 'Not yet' where id % 2 = 0`,
  );
  await write();
  for (const { name } of files()) {
    expect(gunzipSync(await bytesOf(await ask(name))).includes('Not yet'), name).toBe(false);
  }
});

test('an unreadable manifest counts as missing', () => {
  const folder = findDumps(settings().DATABASE_PATH)?.folder ?? '';
  writeFileSync(join(folder, 'manifest.json'), '{"written": "2020"}');
  expect(findDumps(settings().DATABASE_PATH)).toBeUndefined();
});

afterAll(() => {
  expect(
    readdirSync(dumpsFolder(settings().DATABASE_PATH)).some((it) => it.startsWith('begun')),
  ).toBe(false);
});
