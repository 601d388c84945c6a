import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openDatabase } from '@/db/client';
import { makeFolder, runHere } from '@/tests/tools/import-command';

export { category, plainPackage as acme } from '@/tests/tools/v4-documents';

/** Imports documents into a database from a file, one per line. */
export async function importDocuments(path: string, documents: object[], words: string[] = []) {
  const file = join(makeFolder(), 'documents.ndjson');
  writeFileSync(file, documents.map((it) => JSON.stringify(it)).join('\n'));
  return runHere(path, ['import', file, ...words]);
}

export const row = z.record(z.string(), z.unknown());

/** The row of a package. */
export function findRow(path: string, slug: string) {
  const { $client } = openDatabase(path);
  const found = $client
    .prepare(
      `select packages.*, figures_source as repo_figures_source from packages
        join repositories on package_id = packages.id where slug = ?`,
    )
    .get(slug);
  $client.close();
  return found === undefined ? undefined : row.parse(found);
}

/** Runs a statement on a database. */
export function run(path: string, statement: string) {
  const { $client } = openDatabase(path);
  $client.exec(statement);
  $client.close();
}
