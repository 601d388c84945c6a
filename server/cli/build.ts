import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@/lib/root';
import { runNext } from './child';
import { CommandError } from './command-error';
import { ENHANCE, ensureEnhance } from './enhance';

/** Files and folders that a build depends on. */
const SOURCES = [
  'app',
  'components',
  'db',
  'lib',
  'server',
  'public',
  'next.config.ts',
  'tsconfig.json',
  'postcss.config.mjs',
  'package-lock.json',
];

/** Hash of the sources that `.next` was built from; written last, so an unfinished build has none. */
const STAMP = join(ROOT, '.next', 'packgrid-sources.sha256');

/** A build must not read the database: it would bake in the current data, or fail if there is no database yet. */
const NO_DATABASE = '/dev/null/a-build-needs-no-database';

/** Builds the site unless `.next` is already built from the current sources. Throws CommandError. */
export async function ensureBuild(): Promise<void> {
  await ensureEnhance();
  const sources = hashSources();
  const reason = whyBuild(sources);
  if (reason === undefined) return;

  console.log(`Building the site: ${reason}. This takes up to a minute.`);
  rmSync(STAMP, { force: true });
  const status = await runNext('build', [], { DATABASE_PATH: NO_DATABASE });
  if (status !== 0) throw new CommandError('Building the site failed; see the output above.');
  writeFileSync(STAMP, sources);
}

function whyBuild(sources: string): string | undefined {
  if (!existsSync(join(ROOT, '.next', 'BUILD_ID'))) return 'there is no build yet';
  if (!existsSync(STAMP)) return 'the last build is incomplete or was made by another command';
  if (readFileSync(STAMP, 'utf8') !== sources) return 'its sources have changed';
  return undefined;
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesIn).filter((it) => it !== ENHANCE)) {
    const content = readFileSync(join(ROOT, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Lists the files at and below a repository path, in a stable order. */
function filesIn(path: string): string[] {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
