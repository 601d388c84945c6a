import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = dirname(import.meta.dirname);
const FOLDER = join(ROOT, '.server');

/** Entry points, keyed by the name of their file in `.server`. */
const entryPoints = {
  cli: 'server/cli/main.ts',
  http: 'server/http/main.ts',
  origin: 'server/origin/main.ts',
  site: 'server/primary/main.ts',
  start: 'server/cli/start.ts',
  validator: 'server/origin/validator/thread.ts',
};

/**
 * Bundles this folder's programs into `.server`, so that running them needs neither tsx nor TypeScript. Unchanged files are not rewritten,
 * since a running site may be using them.
 */
export async function bundleServer() {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir: FOLDER,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.11',
    packages: 'external',
    write: false,
    // The hash in the name lets stale chunks be found and deleted below.
    chunkNames: 'chunk-[hash]',
  });
  mkdirSync(FOLDER, { recursive: true });
  for (const { path, contents } of outputFiles) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, contents);
    renameSync(draft, path);
  }
  const made = new Set(outputFiles.map(({ path }) => path));
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name);
    if (name.endsWith('.js') && !made.has(path)) rmSync(path, { force: true });
  }
}
