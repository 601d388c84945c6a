import nextVitals from 'eslint-config-next/core-web-vitals';
import { defineConfig, globalIgnores } from 'eslint/config';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

/** A forbidden import: what the path looks like, and why. */
const packages = (names, message) => ({ regex: `^(${names.join('|')})(/|$)`, message });
const ours = (paths, message) => ({ regex: `^@/(${paths.join('|')})(?![\\w-])`, message });
const typesOnly = (pattern) => ({ ...pattern, allowTypeImports: true });

const climbing = {
  regex: '^[./]*\\.\\./(app|components|db|lib|tests)/|[^./]/\\.\\./',
  message: 'Write @/folder/file across folders.',
};
const tests = ours(['tests'], 'What ships knows no test.');
const markup = ours(['app', 'components'], 'Data flows from db and lib to pages, not back.');
const pages = ours(['app'], 'A component gets props, and knows no page.');

const react = packages(['react', 'react-dom'], 'Only app and components know React.');
const next = packages(['next'], 'Only app knows Next.');
const partsOfNext = { regex: '^next/', message: 'The front knows only how to start Next.' };
const nextLink = packages(['next/link'], 'The read half uses plain anchors.');
const node = packages(['node:.*', ...builtinModules], 'Pure code reads no file and no network.');

const drivers = packages(['drizzle-orm', 'better-sqlite3'], 'SQL lives in db.');
const tables = ours(['db/client', 'db/schema'], 'SQL lives in db.');
const anyDb = ours(['db'], 'Rows come as arguments.');
const dbExcept = (...names) =>
  ours(
    [`db/(?!(${names.join('|')})(?![\\w-]))[\\w-]+`],
    `Of db only ${names.join(' and ')} may be used.`,
  );

/** The parts of lib that are not pure, also by relative path, but those named. */
const impure = ({ except = [] } = {}) => ({
  regex: `^(@/lib|\\.[./]*)/(${['api', 'cli', 'collectors', 'front', 'settings', 'transfer']
    .filter((name) => !except.includes(name))
    .join('|')})(?![\\w-])`,
  message: 'Only pure parts of lib may be used.',
});

const app = [drivers, tables];
const components = [pages, typesOnly(next), node, drivers, typesOnly(anyDb), impure()];
const db = [react, next, markup];
const lib = [react, next, markup, drivers];

/**
 * The table "may import" of README.md. Of several rows for a file the last one counts.
 * Of lib/transfer the seed and its write use the reading of a catalogue file, which is pure.
 */
const forbidden = [
  { files: ['app/**'], patterns: app },
  { files: ['app/{(read),(embed)}/**'], patterns: [...app, nextLink], readHalf: true },
  { files: ['components/**'], patterns: components, readHalf: true },
  { files: ['components/{enhance,forms}/**'], patterns: components },
  { files: ['db/**'], patterns: [...db, impure()] },
  {
    files: ['db/{client,changed,checkpoint,state,version}.ts'],
    patterns: [...db, impure({ except: ['settings'] })],
  },
  { files: ['db/seed.ts', 'db/writes/**'], patterns: [...db, impure({ except: ['transfer'] })] },
  { files: ['lib/**'], patterns: [...lib, anyDb, node, impure()] },
  { files: ['lib/collectors/**'], patterns: [...lib, anyDb, impure({ except: ['collectors'] })] },
  { files: ['lib/api/**'], patterns: [...lib, anyDb, impure({ except: ['api'] })] },
  {
    // What travels are documents of the API.
    files: ['lib/transfer/**'],
    patterns: [...lib, dbExcept('queries', 'writes'), impure({ except: ['api', 'transfer'] })],
  },
  {
    files: ['lib/cli/**'],
    patterns: [...lib, dbExcept('changed', 'migrate', 'seed', 'queries', 'writes')],
  },
  // The front stands before Next's request handler, so of lib it alone knows Next.
  {
    files: ['lib/front/**'],
    patterns: [
      react,
      partsOfNext,
      markup,
      drivers,
      dbExcept('checkpoint', 'reads', 'replay', 'state', 'version'),
    ],
  },
];

const clientComponent = {
  selector: "ExpressionStatement[directive='use client']",
  message: 'The read half holds no client component.',
};

/** A row as lint: `import … from` is one rule's, `import(…)` another's. */
const mayNotImport = ({ files, patterns: own, readHalf = false }) => {
  const patterns = [climbing, tests, ...own];
  const dynamic = patterns.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${new RegExp(regex, 'i').source}/i]`,
    message,
  }));
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...dynamic, ...(readHalf ? [clientComponent] : [])],
    },
  };
};

const defaultExportFiles = [
  'app/**/{page,layout,not-found,error,global-error,global-not-found,sitemap,robots}.tsx',
  'app/**/{sitemap,robots}.ts',
  '*.config.{ts,mjs}',
  '**/*.config.ts',
  'tests/tools/browser-teardown.ts',
];

export default defineConfig(
  globalIgnores(['.next/', 'data/', 'db/migrations/', 'public/', 'next-env.d.ts', 'test-results/']),
  nextVitals,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `import { type A }` alone would still load the file.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import/no-cycle': 'error',
      'import/no-default-export': 'error',
      'no-console': 'error',
      // Only the pages router needs it; here a plain <a> is the house rule.
      '@next/next/no-html-link-for-pages': 'off',
    },
    settings: { 'import/resolver': { typescript: true } },
  },
  { files: defaultExportFiles, rules: { 'import/no-default-export': 'off' } },
  {
    files: [
      'lib/cli/**',
      'lib/front/cluster/begin-primary.ts',
      'tests/tools/**',
      'tests/bench/**',
      'db/{migrate,seed}.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  // Test helpers named use…, and Playwright's own `use`, are no hooks.
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  forbidden.map(mayNotImport),
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
