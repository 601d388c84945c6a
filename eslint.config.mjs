import nextVitals from 'eslint-config-next/core-web-vitals';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const climbing = {
  regex: '^(\\.\\./)+(app|components|db|lib|tests)/',
  message: 'Write @/folder/file across folders.',
};
const frameworks = {
  group: ['next', 'next/*', 'react', 'react-dom', 'react-dom/*'],
  message: 'Only app and components know the framework.',
};
const sql = {
  group: ['drizzle-orm', 'drizzle-orm/*', 'better-sqlite3', '@/db/client', '@/db/schema/*'],
  message: 'SQL lives in db.',
};

/** Forbids imports in a folder: the table "what may import what" of README.md, as lint. */
const mayNotImport = (files, ...patterns) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [climbing, ...patterns] }],
  },
});

const defaultExportFiles = [
  'app/**/{page,layout,not-found,error,global-error,global-not-found,sitemap,robots}.tsx',
  'app/**/{sitemap,robots}.ts',
  '*.config.{ts,mjs}',
  '**/*.config.ts',
  'tests/tools/browser-teardown.ts',
];

export default defineConfig(
  globalIgnores(['.next/', 'data/', 'db/migrations/', 'next-env.d.ts', 'test-results/']),
  nextVitals,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
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
      'lib/front/main.ts',
      'tests/tools/**',
      'tests/bench/**',
      'db/{migrate,seed}.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  // Test helpers named use…, and Playwright's own `use`, are no hooks.
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  mayNotImport(['db/**'], frameworks, {
    group: ['@/app/*', '@/components/*', '@/lib/cli/*', '@/lib/api/*', '@/lib/front/*'],
  }),
  mayNotImport(['lib/**'], frameworks, sql, { group: ['@/app/*', '@/components/*', '@/db/*'] }),
  mayNotImport(['lib/{cli,transfer}/**'], frameworks, sql, {
    group: ['@/app/*', '@/components/*'],
  }),
  // The front stands before Next's request handler, so it alone knows Next.
  mayNotImport(['lib/front/**'], sql, { group: ['@/app/*', '@/components/*', 'react', 'next/*'] }),
  mayNotImport(
    ['components/**'],
    { group: ['@/app/*', '@/lib/cli/*', '@/lib/collectors/*', '@/lib/transfer/*'] },
    { ...sql, allowTypeImports: true },
    { group: ['@/db/*'], allowTypeImports: true },
  ),
  mayNotImport(['app/**'], sql),
  {
    files: ['app/(read)/**', 'components/**'],
    ignores: ['components/enhance/**', 'components/forms/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ExpressionStatement[directive='use client']",
          message: 'The read half holds no client component.',
        },
        {
          selector: "ImportDeclaration[source.value='next/link']",
          message: 'The read half uses plain anchors.',
        },
      ],
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
