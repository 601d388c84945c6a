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
import { SHIPPED_CATALOGUE } from '@/db/seed';
import { ROOT } from '@/lib/root';
import { runNode } from '@/server/cli/child';
import { CommandError } from '@/server/cli/command-error';
import { parseCatalogue } from '@/lib/catalogue-file/parse';
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
  const program = () => [fillLargeProgram, String(size)];
  return keptDatabase(`large-${size}`, hashOf(LARGE_MAKERS), program);
}

/** The path of a database with this catalogue. */
function databaseOf(name: string, catalogue: string): Promise<string> {
  return keptDatabase(name, hashOf(MAKERS, catalogue), (folder) => {
    const path = join(folder, 'catalogue.json');
    writeFileSync(path, catalogue);
    return [fillProgram, path];
  });
}

/** The path of a database that a program makes, and that is kept from one run to the next while what makes it stays the same. */
async function keptDatabase(
  name: string,
  hash: string,
  program: (folder: string) => string[],
): Promise<string> {
  const file = `${name}-${hash}.sqlite`;
  const path = join(FOLDER, file);
  if (existsSync(path)) return path;

  // Two tests may make the same one at once. It takes its name only when it is whole.
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

/** Those of the same name that something else has made. */
function deleteOthers(name: string, file: string): void {
  for (const old of readdirSync(FOLDER)) {
    if (old.startsWith(`${name}-`) && !old.startsWith(file)) rmSync(join(FOLDER, old));
  }
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
