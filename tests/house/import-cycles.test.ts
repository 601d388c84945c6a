import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';

const FOLDERS = ['app', 'components', 'server', 'db', 'lib'];

/** Reads every import in our code, including type imports. */
async function readImports(): Promise<ICruiseResult> {
  const { output } = await cruise(
    FOLDERS,
    {
      doNotFollow: { path: 'node_modules' },
      includeOnly: { path: `^(${FOLDERS.join('|')})/` },
      tsPreCompilationDeps: true,
      ruleSet: {
        forbidden: [{ name: 'cycle', severity: 'error', from: {}, to: { circular: true } }],
      },
      validate: true,
    },
    { extensions: ['.ts', '.tsx', '.mjs'] },
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

test('there are no import cycles', async () => {
  const { summary, modules } = await readImports();
  expect(modules.length).toBeGreaterThan(500);
  const cycles = summary.violations.map(({ from, cycle = [] }) =>
    [from, ...cycle.map(({ name }) => name)].join(' → '),
  );
  expect(cycles).toEqual([]);
});
