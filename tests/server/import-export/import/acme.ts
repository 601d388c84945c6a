import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openDatabase } from '@/db/client';
import { makeFolder, runHere } from '@/tests/tools/import-command';

/** Documents of a host without facts. */
export const category = {
  id: 1,
  title: 'App',
  slug: 'apps',
  description: 'Small.',
  title_plural: 'Apps',
  show_pypi: true,
  created: '2010-08-14T22:47:52-04:00',
  modified: '2010-08-14T22:47:52-04:00',
};

export const acme = {
  category: 'https://example.org/api/v4/categories/1/',
  grids: [],
  id: 9001,
  title: 'Acme',
  slug: 'acme',
  last_updated: '2026-05-06T07:25:10-04:00',
  last_fetched: '2026-11-20T07:25:10-04:00',
  repo_url: 'https://github.com/acme/acme',
  pypi_version: '1.0',
  created: '2015-05-06T07:25:10-04:00',
  modified: '2016-05-06T07:25:10.123456-04:00',
  repo_forks: 3,
  repo_description: 'Rockets.',
  pypi_url: '',
  documentation_url: null,
  repo_watchers: 812,
  commits_over_52: [],
  participants: ['wile'],
};

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
