import { openDatabase } from '@/db/client';

const tables = {
  categories: 'id',
  packages: 'id',
  versions: 'id',
  package_support: 'package_id, product, cycle',
  package_examples: 'id',
  slug_redirects: 'id',
  grids: 'id',
  grid_packages: 'id',
  features: 'id',
  cells: 'id',
  sources: 'key',
  search_synonyms: 'term, other',
  search_documents: 'kind, record_id',
  search_facets: 'number',
  search_keys: 'tier, key, number',
};

/** Columns that are not part of the catalogue: when health was computed. */
const clocked = ['health_at'];

/** Reads all rows of the catalogue and its search index from a database, by table, in a stable order. */
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
