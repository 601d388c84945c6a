import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './child';
import { CommandError } from './command-error';

/** The script of the read half: made here from components/enhance, so no source of the site itself. */
export const ENHANCE = 'public/enhance.js';

/** Writes the script where it isn't there as its sources make it. Throws CommandError. */
export async function ensureEnhance(): Promise<void> {
  const script = await bundleEnhance();
  const path = join(ROOT, ENHANCE);
  // A file that is right stays, so that a site that serves it is not disturbed.
  if (!existsSync(path) || !readFileSync(path).equals(script)) writeFileSync(path, script);
}

/** The script in one minified file; esbuild itself says what is wrong with its sources. Throws CommandError. */
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
  if (!script)
    throw new CommandError('public/enhance.js could not be made; the reason stands above.');
  return script;
}
