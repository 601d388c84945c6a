import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { ROOT } from '@/lib/root';

/** Bundles a program that imports files of the repository, which starts in a third of the time that it takes by tsx. */
export async function bundleProgram(source: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.11',
    packages: 'external',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs a bundled program on a database, in a process of its own. */
export function runProgram(
  databasePath: string,
  program: string,
  settings: Record<string, string> = {},
) {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-'],
    {
      cwd: ROOT,
      env: { ...process.env, DATABASE_PATH: databasePath, ...settings },
      encoding: 'utf8',
      input: program,
    },
  );
  return { status, signal, stdout, stderr };
}
