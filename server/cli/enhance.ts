import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '@/lib/root';
import { CommandError } from './command-error';

/** The script of the read section. Generated from components/enhance, so it is not a source of the site itself. */
export const ENHANCE = 'public/enhance.js';

/** Writes the script unless the existing file is up to date. Throws CommandError. */
export async function ensureEnhance(): Promise<void> {
  const script = await bundleEnhance();
  const path = join(ROOT, ENHANCE);
  // An up-to-date file is left alone, so that a site serving it is not disturbed.
  if (!existsSync(path) || !readFileSync(path).equals(script)) writeFileSync(path, script);
}

/** Bundles the script into one minified file; esbuild prints any errors in its sources. Throws CommandError. */
export async function bundleEnhance(): Promise<Uint8Array> {
  const bundled = await build({
    absWorkingDir: ROOT,
    entryPoints: ['components/enhance/enhance.ts'],
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2022',
    write: false,
  }).catch(() => undefined);
  const script = bundled?.outputFiles[0]?.contents;
  if (!script) throw new CommandError('Building public/enhance.js failed; see the output above.');
  return script;
}
