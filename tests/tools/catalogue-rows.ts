import { openDatabase } from '@/db/client';

const tables = {
  categories: 'id',
  packages: 'id',
  versions: 'id',
  package_support: 'package_id, product, cycle',
  package_examples: 'id',
  slug_redirects: 'id',
  grids: 'id',
  memberships: 'id',
  features: 'id',
  elements: 'id',
  sources: 'key',
  search_synonyms: 'term, other',
  search_documents: 'kind, record_id',
  search_facets: 'number',
  search_keys: 'tier, key, number',
};

/** When a row was judged is no part of the catalogue. */
const clocked = ['health_at'];

/** All rows of the catalogue and of its index in a database, by table, always in the same order. */
export function readCatalogueRows(databasePath: string): Record<string, unknown[]> {
  const { $client } = openDatabase(databasePath);
  const rows = Object.entries(tables).map(([table, order]): [string, unknown[]] => [
    table,
    $client
      .prepare<[], Record<string, unknown>>(`select * from ${table} order by ${order}`)
      .all()
      .map((row) =>
        Object.fromEntries(Object.entries(row).filter(([key]) => !clocked.includes(key))),
      ),
  ]);
  $client.close();
  return Object.fromEntries(rows);
}
