import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHIPPED_CATALOGUE } from '@/db/seed';
import { ROOT, runNode } from '@/lib/cli/child';
import { CommandError } from '@/lib/cli/command-error';
import { parseCatalogue } from '@/lib/transfer/catalogue-file';
import { generateCatalogue } from './generate';

/** Git-ignored with the rest of data/. */
const FOLDER = join(ROOT, 'data', 'bench');

/** What makes a database of a catalogue; when it changes, the databases are made anew. */
const MAKERS = ['db', 'lib'];

/** What makes the large database, in which the index is made anew each time. */
const LARGE_MAKERS = [
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

/** The catalogue that ships, in a database of its own. */
export async function shippedCatalogue(): Promise<BenchCatalogue> {
  const text = readFileSync(SHIPPED_CATALOGUE, 'utf8');
  const databasePath = await databaseOf('shipped', text);
  return { ...parseCatalogue(text), name: 'shipped', databasePath };
}

/** The made-up catalogue of the reference site's size. */
export async function generatedCatalogue(): Promise<BenchCatalogue> {
  const file = generateCatalogue();
  const databasePath = await databaseOf('generated', JSON.stringify(file));
  return { ...file, name: 'generated', databasePath };
}

/** The path of a database with so many packages, far more than any site has, and no index for search. */
export function largeDatabase(size: number): Promise<string> {
  return keptDatabase(`large-${size}`, hashOf(LARGE_MAKERS), () => [
    fillLargeProgram,
    String(size),
  ]);
}

/** The path of a database with this catalogue. */
function databaseOf(name: string, catalogue: string): Promise<string> {
  return keptDatabase(name, hashOf(MAKERS, catalogue), () => {
    const path = join(FOLDER, `${name}-catalogue.json`);
    writeFileSync(path, catalogue);
    return [fillProgram, path];
  });
}

/** The path of a database that a program makes, and that is kept from one run to the next while what makes it stays the same. */
async function keptDatabase(name: string, hash: string, program: () => string[]): Promise<string> {
  const path = join(FOLDER, `${name}-${hash}.sqlite`);
  if (existsSync(path)) return path;

  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) {
    if (old.startsWith(`${name}-`)) rmSync(join(FOLDER, old));
  }
  // Takes its name only when it is whole.
  const making = join(FOLDER, `${name}-making.sqlite`);
  const status = await runNode(['--import', 'tsx', ...program()], { DATABASE_PATH: making });
  if (status !== 0) throw new CommandError(`The ${name} database could not be made.`);
  renameSync(making, path);
  return path;
}

/** Of a text and of files, in folders or by themselves. */
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
