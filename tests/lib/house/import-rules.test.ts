import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

const importRules = ['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax'];

// The planted text is in no project, so it is linted without types.
const eslint = new ESLint({
  overrideConfig: [tseslint.configs.disableTypeChecked],
  ruleFilter: ({ ruleId }) => importRules.includes(ruleId),
});

/** Those of the lines that lint refuses in the file. */
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
const pure = 'lib/wording.ts';
const front = 'lib/front/server.ts';
const cli = 'lib/cli/start.ts';
const transfer = 'lib/transfer/catalogue-file.ts';

const sql = [
  '@/db/schema',
  '@/db/schema/grids',
  '@/db/schema.js',
  '@/db/client',
  'drizzle-orm',
  'drizzle-orm/better-sqlite3',
  'better-sqlite3',
];
const climbing = ['../../db/client', './../../lib/settings', '@/public/../db/client'];
const react = ['react', 'react-dom', 'react-dom/server'];
const frameworks = ['next', 'next/headers', ...react];
const markup = ['@/app/clock', '@/components/tables/pager'];
const everywhere = [...climbing, '@/tests/tools/database'];
const starters = ['@/lib/cli/start', '@/lib/front/server'];
const impure = [...starters, '@/lib/api/links', '@/lib/settings', '@/lib/collectors/pypi'];
const catalogueFile = '@/lib/transfer/catalogue-file';
const starting = ['@/db/seed', '@/db/migrate'];
const records = ['@/db/queries/catalogue', '@/db/writes/catalogue'];

const components = [...everywhere, ...sql, ...impure, ...records, catalogueFile, '@/app/clock'];
const db = [...everywhere, ...frameworks, ...markup, ...starters, '@/lib/api/links'];
const lib = [...everywhere, ...frameworks, ...markup, ...sql];
const pureLib = [...lib, ...impure, ...starting, ...records, catalogueFile, 'node:fs', 'fs'];

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
  { file: query, paths: [...db, '@/lib/settings', catalogueFile] },
  { file: 'db/client.ts', paths: [...db, catalogueFile] },
  { file: 'db/seed.ts', paths: [...db, '@/lib/settings'] },
  { file: 'db/writes/catalogue.ts', paths: [...db, '@/lib/settings'] },
  { file: pure, paths: [...pureLib, './settings', './front/server'] },
  {
    file: 'lib/comparison/cell.ts',
    paths: [...pureLib, '../front/server', '../cli/start', '../settings', '../api/links'],
  },
  {
    file: 'lib/scoring/python3.ts',
    paths: [...pureLib, '../front/server', '../transfer/catalogue-file', './../settings'],
  },
  {
    file: api,
    paths: [
      ...lib,
      ...starting,
      ...records,
      ...starters,
      catalogueFile,
      '@/lib/settings',
      '../settings',
      '../front/server',
      '../cli/start',
      '../transfer/catalogue-file',
    ],
  },
  {
    file: transfer,
    paths: [...lib, ...starters, '@/lib/settings', '@/lib/collectors/pypi', ...starting],
  },
  {
    file: front,
    paths: [...everywhere, ...markup, ...sql, ...react, ...starting, 'next/headers'],
  },
  { file: cli, paths: lib },
];

test.each(forbidden)('$file may not import what the table forbids', async ({ file, paths }) => {
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
      '@/db/queries/grids',
      '@/components/tables/pager',
      '@/lib/settings',
    ],
  },
  { file: handler, paths: ['@/db/queries/records', '@/lib/api/answers', '@/lib/settings'] },
  {
    file: component,
    paths: ['react', './icon', '@/components/text/age', '@/lib/links', '@/lib/scoring/python3'],
  },
  {
    file: query,
    paths: ['drizzle-orm/sqlite-core', '../client', '../schema', '@/lib/comparison/metrics'],
  },
  { file: 'db/client.ts', paths: ['better-sqlite3', 'node:fs', '@/lib/settings'] },
  { file: 'db/seed.ts', paths: ['node:crypto', './writes/catalogue', catalogueFile] },
  { file: 'db/writes/catalogue.ts', paths: ['../client', '../schema', catalogueFile] },
  { file: pure, paths: ['zod', './versions', '@/lib/time'] },
  { file: 'lib/comparison/cell.ts', paths: ['./metrics', '@/lib/time'] },
  { file: api, paths: ['zod', './query', '../time', '@/lib/scoring/python3'] },
  { file: transfer, paths: ['zod', 'node:fs', '@/lib/time', '@/lib/api/links', ...records] },
  {
    file: front,
    paths: ['next', 'node:http', './refuse', '@/lib/settings', '@/db/reads', '@/db/version'],
  },
  {
    file: cli,
    paths: ['node:net', './build', '@/lib/settings', catalogueFile, ...starting, ...records],
  },
];

test.each(allowed)('$file may import what the table allows', async ({ file, paths }) => {
  expect(await refused(file, [...paths.map(value), ...paths.map(dynamic)])).toEqual([]);
});

test('a component may know the types of rows and of Next, and no others', async () => {
  const others = [type('drizzle-orm'), type('@/lib/api/links')];
  const lines = [type('@/db/queries/grids'), type('next'), ...others];
  expect(await refused(component, lines)).toEqual(others);
});

test('a page may not even know the types of tables', async () => {
  expect(await refused(page, [type('@/db/schema')])).toEqual([type('@/db/schema')]);
});

test('to pass on is to import', async () => {
  const lines = [
    `import '@/db/client';`,
    `export * from '@/db/client';`,
    `export { a } from '@/db/client';`,
  ];
  expect(await refused(page, lines)).toEqual(lines);
});

test.each([page, embedded, component])('%s is no client component', async (file) => {
  expect(await refused(file, [`'use client';`])).toEqual([`'use client';`]);
});

test('a form may be a client component', async () => {
  expect(await refused(form, [`'use client';`])).toEqual([]);
});
