import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

const importRules = ['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax'];

// The planted code belongs to no TypeScript project, so it is linted without types.
const eslint = new ESLint({
  overrideConfig: [tseslint.configs.disableTypeChecked],
  ruleFilter: ({ ruleId }) => importRules.includes(ruleId),
});

/** Returns the lines that lint rejects in the file. */
async function refused(filePath: string, lines: string[]) {
  const results = await eslint.lintText(lines.join('\n'), { filePath });
  const refusedLines = new Set(results.flatMap(({ messages }) => messages.map(({ line }) => line)));
  return lines.filter((_, index) => refusedLines.has(index + 1));
}

const value = (path: string) => `import { a } from '${path}';`;
const type = (path: string) => `import type { A } from '${path}';`;
const dynamic = (path: string) => `await import('${path}');`;

const page = 'app/(read)/page.tsx';
const embedded = 'app/(embed)/embed/grids/[slug]/page.tsx';
const handler = 'app/api/v4/grids/route.ts';
const component = 'components/tables/pager.tsx';
const form = 'components/forms/planted.tsx';
const query = 'db/queries/grids.ts';
const api = 'lib/api/links.ts';
const pure = 'lib/comparison/cell.ts';
const client = 'lib/http-client/agent.ts';
const http = 'server/http/server.ts';
const cli = 'server/cli/start.ts';

const tables = ['@/db/schema', '@/db/schema/grids', '@/db/schema.js', '@/db/client'];
const drivers = ['drizzle-orm', 'drizzle-orm/better-sqlite3', 'better-sqlite3'];
const sql = [...tables, ...drivers];
const climbing = ['../../db/client', './../../lib/settings', '@/public/../db/client'];
const react = ['react', 'react-dom', 'react-dom/server'];
const frameworks = ['next', 'next/headers', ...react];
const markup = ['@/app/clock', '@/components/tables/pager'];
const server = [
  '@/server/cli/start',
  '@/server/http/server',
  '@/server/import-export/dumps/folder',
];
const everywhere = [...climbing, '@/tests/tools/database'];
const rows = ['@/db/migrate', '@/db/queries/catalogue', '@/db/writes/import/fill'];

const components = [...everywhere, ...sql, ...server, ...rows, '@/lib/settings', '@/app/clock'];
const lib = [...everywhere, ...frameworks, ...markup, ...server, ...sql, ...rows, 'node:fs', 'fs'];

interface Row {
  file: string;
  paths: string[];
}

const forbidden: Row[] = [
  { file: page, paths: [...everywhere, ...sql, 'next/link'] },
  { file: embedded, paths: [...everywhere, ...sql, 'next/link'] },
  { file: handler, paths: [...everywhere, ...sql] },
  { file: form, paths: components },
  {
    file: component,
    paths: [...components, 'next', 'next/navigation', 'next/link', 'node:fs', 'fs/promises'],
  },
  { file: http, paths: [...everywhere, ...react, 'next/headers', ...markup, ...sql] },
  { file: cli, paths: [...everywhere, ...frameworks, ...markup, ...sql] },
  { file: query, paths: [...everywhere, ...frameworks, ...markup, ...server] },
  { file: 'db/writes/import/fill.ts', paths: [...everywhere, ...frameworks, ...markup, ...server] },
  { file: pure, paths: [...lib, '@/lib/settings'] },
  { file: api, paths: [...lib, '@/lib/settings'] },
  { file: 'lib/settings.ts', paths: lib },
  { file: client, paths: [...lib, '@/lib/settings', 'node:http', 'node:dns/promises', 'net'] },
];

test.each(forbidden)('$file may not import what its folder forbids', async ({ file, paths }) => {
  const lines = [...paths.map(value), ...paths.map(dynamic)];
  expect(await refused(file, lines)).toEqual(lines);
});

const allowed: Row[] = [
  {
    file: page,
    paths: [
      'react',
      'next/navigation',
      '../clock',
      '@/components/tables/pager',
      '@/server/import-export/dumps/folder',
      '@/db/queries/grids',
      '@/lib/settings',
    ],
  },
  { file: handler, paths: ['@/db/queries/records', '@/lib/api/answers', '@/lib/settings'] },
  {
    file: component,
    paths: ['react', './icon', '@/components/text/age', '@/lib/text/links', '@/lib/api/links'],
  },
  { file: http, paths: ['next', 'node:http', './refuse', '@/lib/settings', '@/db/query-trace'] },
  { file: cli, paths: ['node:net', './build', '@/lib/settings', ...rows] },
  {
    file: query,
    paths: [...drivers, 'node:fs', '../client', '../schema', '@/lib/comparison/metrics'],
  },
  { file: 'db/client.ts', paths: ['better-sqlite3', 'node:fs', '@/lib/settings'] },
  { file: pure, paths: ['zod', './metrics', '@/lib/time'] },
  { file: api, paths: ['zod', './query', '@/lib/scoring/health'] },
  { file: client, paths: ['undici', 'node:dns', 'node:net', './public-address'] },
];

test.each(allowed)('$file may import what its folder allows', async ({ file, paths }) => {
  expect(await refused(file, [...paths.map(value), ...paths.map(dynamic)])).toEqual([]);
});

test('a component may import types of rows and of Next only', async () => {
  const others = [type('drizzle-orm'), type('@/server/http/server')];
  const lines = [type('@/db/queries/grids'), type('next'), ...others];
  expect(await refused(component, lines)).toEqual(others);
});

test('lib may import types of tables, but nothing else in db', async () => {
  const others = [type('@/db/queries/grids'), type('@/db/client'), type('drizzle-orm')];
  expect(await refused(pure, [type('@/db/schema'), ...others])).toEqual(others);
});

test('a page may not import types of tables', async () => {
  expect(await refused(page, [type('@/db/schema')])).toEqual([type('@/db/schema')]);
});

test('re-exporting counts as importing', async () => {
  const lines = [
    `import '@/db/client';`,
    `export * from '@/db/client';`,
    `export { a } from '@/db/client';`,
  ];
  expect(await refused(page, lines)).toEqual(lines);
});

test.each([page, embedded, component])('%s is not a client component', async (file) => {
  expect(await refused(file, [`'use client';`])).toEqual([`'use client';`]);
});

test('a form may be a client component', async () => {
  expect(await refused(form, [`'use client';`])).toEqual([]);
});
