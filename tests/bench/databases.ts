import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
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

const fillProgram = fileURLToPath(new URL('./fill.ts', import.meta.url));

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

/** The path of a database with this catalogue, which is kept from one run to the next. */
async function databaseOf(name: string, catalogue: string): Promise<string> {
  const path = join(FOLDER, `${name}-${hashOf(catalogue, MAKERS)}.sqlite`);
  if (existsSync(path)) return path;

  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) {
    if (old.startsWith(`${name}-`)) rmSync(join(FOLDER, old));
  }
  const cataloguePath = join(FOLDER, `${name}-catalogue.json`);
  writeFileSync(cataloguePath, catalogue);
  // Takes its name only when it is whole.
  const making = join(FOLDER, `${name}-making.sqlite`);
  const status = await runNode(['--import', 'tsx', fillProgram, cataloguePath], {
    DATABASE_PATH: making,
  });
  if (status !== 0) throw new CommandError(`The ${name} database could not be made.`);
  renameSync(making, path);
  return path;
}

function hashOf(text: string, folders: string[]): string {
  const hash = createHash('sha256').update(text);
  for (const folder of folders) {
    const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
    for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
