import nextVitals from 'eslint-config-next/core-web-vitals';
import { defineConfig, globalIgnores } from 'eslint/config';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

/** A restricted import: a pattern for its path, and the message to show. */
const packages = (names, message) => ({ regex: `^(${names.join('|')})(/|$)`, message });
const ours = (paths, message) => ({ regex: `^@/(${paths.join('|')})(?![\\w-])`, message });
const typesOnly = (pattern) => ({ ...pattern, allowTypeImports: true });

const climbing = {
  regex: '^[./]*\\.\\./(app|components|server|db|lib|tests)/|[^./]/\\.\\./',
  message: 'Write @/folder/file across folders.',
};
const tests = ours(['tests'], 'Code that ships imports no test.');

/** Layers from top to bottom; each may import only from those below it. */
const floors = ['app', 'components', 'server', 'db', 'lib'];
const above = (floor) =>
  ours(floors.slice(0, floors.indexOf(floor)), `Imports go down: ${floors.join(' → ')}.`);

const react = packages(['react', 'react-dom'], 'Only app and components use React.');
const next = packages(['next'], 'Only app uses Next.');
const partsOfNext = { regex: '^next/', message: 'The server only starts Next.' };
const nextLink = packages(['next/link'], 'The read section uses plain anchors.');
const node = packages(['node:.*', ...builtinModules], 'No file, no network, no process here.');
const restOfNode = packages(
  ['node:(?!(dns|net)$).*', ...builtinModules],
  'The HTTP client resolves names and checks addresses only.',
);
const settings = ours(['lib/settings'], 'Settings come as arguments.');

const drivers = packages(['drizzle-orm', 'better-sqlite3'], 'SQL lives in db.');
const tables = ours(['db/client', 'db/schema'], 'SQL lives in db.');
const server = ours(['server'], 'Components get props.');
const rows = ours(['db'], 'Components get rows as props.');
/** Table types, so that interfaces need not repeat the columns. */
const schemaTypes = typesOnly(ours(['db/schema'], 'Only types of db/schema may be imported.'));
const restOfDb = ours(['db/(?!schema)[\\w-]+'], 'Rows come as arguments.');

const app = [drivers, tables];
const nextTypes = typesOnly(next);
const components = [
  above('components'),
  nextTypes,
  node,
  drivers,
  server,
  typesOnly(rows),
  settings,
];
const lib = [above('db'), react, next, node, drivers, schemaTypes, restOfDb];

/** Restricted imports per folder. If several rows match a file, the last one wins. */
const forbidden = [
  { files: ['app/**'], patterns: app },
  { files: ['app/{(read),(embed)}/**'], patterns: [...app, nextLink], isReadSection: true },
  { files: ['components/**'], patterns: components, isReadSection: true },
  { files: ['components/enhance/**'], patterns: components },
  { files: ['components/forms/**'], patterns: components.filter((it) => it !== nextTypes) },
  { files: ['server/**'], patterns: [above('server'), react, next, drivers, tables] },
  {
    files: ['server/{http,origin}/**'],
    patterns: [above('server'), react, partsOfNext, drivers, tables],
  },
  { files: ['db/**'], patterns: [above('db'), react, next] },
  { files: ['lib/**'], patterns: [...lib, settings] },
  { files: ['lib/settings.ts'], patterns: lib },
  {
    // Looks for the repository on disk.
    files: ['lib/root.ts'],
    patterns: lib.filter((pattern) => pattern !== node),
  },
  {
    files: ['lib/http-client/**'],
    patterns: [...lib.filter((pattern) => pattern !== node), restOfNode, settings],
  },
];

const clientComponent = {
  selector: "ExpressionStatement[directive='use client']",
  message: 'The read section has no client component.',
};

/** Turns a row into lint config; `import … from` and `import(…)` are covered by different rules. */
const mayNotImport = ({ files, patterns: own, isReadSection = false }) => {
  const patterns = [climbing, tests, ...own];
  const dynamic = patterns.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${new RegExp(regex, 'i').source}/i]`,
    message,
  }));
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...dynamic, ...(isReadSection ? [clientComponent] : [])],
    },
  };
};

const defaultExportFiles = [
  'app/**/{page,layout,not-found,error,global-error,global-not-found,sitemap,robots}.tsx',
  'app/**/{sitemap,robots}.ts',
  '*.config.{ts,mjs}',
  '**/*.config.ts',
  // Types of a package that exports a default.
  'server/negotiator.d.ts',
  'tests/tools/browser-teardown.ts',
];

/** The rules of nextVitals about React, JSX and Next, all off. */
const withoutReact = Object.fromEntries(
  nextVitals
    .flatMap(({ rules = {} }) => Object.keys(rules))
    .filter((rule) => /^(react|react-hooks|jsx-a11y|@next\/next)\//.test(rule))
    .map((rule) => [rule, 'off']),
);

export default defineConfig(
  globalIgnores([
    '.next/',
    '.server/',
    'data/',
    'db/migrations/',
    'public/',
    'next-env.d.ts',
    'test-results/',
  ]),
  nextVitals,
  // Files that can't contain JSX; this saves a tenth of lint's time.
  { files: ['**/*.ts'], rules: withoutReact },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `import { type A }` alone would still load the file.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import/no-default-export': 'error',
      'no-console': 'error',
      // TypeScript's erasableSyntaxOnly allows no enum.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Only relevant to the pages router; a plain <a> is intended here.
      '@next/next/no-html-link-for-pages': 'off',
    },
  },
  { files: defaultExportFiles, rules: { 'import/no-default-export': 'off' } },
  {
    files: [
      'server/cli/**',
      'server/http/cluster/begin-primary.ts',
      'tests/tools/**',
      'tests/bench/**',
      'db/{migrate,seed}.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  // Test helpers named use…, and Playwright's own `use`, are not hooks.
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  forbidden.map(mayNotImport),
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
