import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '@/lib/root';
import { runNode } from '@/server/cli/child';
import { CommandError } from '@/server/cli/command-error';
import { SHIPPED_CATALOGUE } from '@/server/import-export/import/load-catalogue';
import * as shipped from '@/tests/tools/shipped-catalogue';
import { generateCatalogue } from './generate';

/** Git-ignored with the rest of data/. */
const FOLDER = join(ROOT, 'data', 'bench');

/** Sources of the databases; when they change, the databases are rebuilt. */
const SOURCES = ['db', 'lib'];

/** Sources of the large database, whose index is rebuilt each time. */
const LARGE_SOURCES = [
  'db/migrations',
  'tests/bench/large',
  'tests/bench/generate-grids.ts',
  'tests/bench/random.ts',
  'tests/bench/words.ts',
];

const fillProgram = fileURLToPath(new URL('./fill.ts', import.meta.url));
const fillLargeProgram = fileURLToPath(new URL('./large/fill.ts', import.meta.url));

interface BenchCatalogue {
  name: string;
  databasePath: string;
  categories: { slug: string }[];
  packages: { slug: string }[];
  grids: { slug: string; packages: string[] }[];
}

/** A database with the shipped catalogue. */
export async function shippedCatalogue(): Promise<BenchCatalogue> {
  const text = readFileSync(SHIPPED_CATALOGUE, 'utf8');
  const databasePath = await databaseOf('shipped', text);
  return { ...shipped, name: 'shipped', databasePath };
}

/** A generated catalogue of the reference site's size. */
export async function generatedCatalogue(): Promise<BenchCatalogue> {
  const file = generateCatalogue();
  const databasePath = await databaseOf('generated', file.text);
  return { ...file, name: 'generated', databasePath };
}

/** Path of a database with a number of packages, far more than any site has, without a search index. */
export function largeDatabase(size: number): Promise<string> {
  const program = () => [fillLargeProgram, String(size)];
  return cachedDatabase(`large-${size}`, hashOf(LARGE_SOURCES), program);
}

/** Path of a database with this catalogue. */
function databaseOf(name: string, catalogue: string): Promise<string> {
  return cachedDatabase(name, hashOf(SOURCES, catalogue), (folder) => {
    const path = join(folder, 'catalogue.ndjson');
    writeFileSync(path, catalogue);
    return [fillProgram, path];
  });
}

/** Path of a database built by a program, reused while its sources are unchanged. */
async function cachedDatabase(
  name: string,
  hash: string,
  program: (folder: string) => string[],
): Promise<string> {
  const file = `${name}-${hash}.sqlite`;
  const path = join(FOLDER, file);
  if (existsSync(path)) return path;

  // Two tests may build the same one at once, so it is renamed only when complete.
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, 'making-'));
  try {
    const making = join(folder, 'making.sqlite');
    await makeDatabase(name, making, program(folder));
    renameSync(making, path);
  } finally {
    rmSync(folder, { recursive: true });
  }
  deleteOthers(name, file);
  return path;
}

async function makeDatabase(name: string, path: string, program: string[]): Promise<void> {
  const status = await runNode(['--import', 'tsx', ...program], { DATABASE_PATH: path });
  if (status !== 0) throw new CommandError(`The ${name} database could not be made.`);
}

/** Databases of the same name built from other sources. */
function deleteOthers(name: string, file: string): void {
  for (const old of readdirSync(FOLDER)) {
    if (old.startsWith(`${name}-`) && !old.startsWith(file)) rmSync(join(FOLDER, old));
  }
}

/** Hash of a text, files and folders. */
function hashOf(paths: string[], text = ''): string {
  const hash = createHash('sha256').update(text);
  for (const file of paths.flatMap(filesOf)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function filesOf(path: string): string[] {
  const whole = join(ROOT, path);
  if (statSync(whole).isFile()) return [whole];
  const entries = readdirSync(whole, { recursive: true, withFileTypes: true });
  return entries
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .sort();
}
