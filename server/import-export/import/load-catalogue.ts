import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillDatabase } from '@/db/writes/import/fill';
import { openStaging } from '@/db/writes/staging';
import { documentsIn } from '@/lib/import/read-text';
import { ROOT } from '@/lib/root';
import { now } from '@/lib/time';
import { checkDocuments } from './stage';

export const SHIPPED_CATALOGUE = join(ROOT, 'db/catalogue/catalogue.ndjson');

/**
 * Fills an empty database from a file of documents. Returns false, and changes nothing, if the database already has a catalogue, so that
 * later edits are kept. Throws CatalogueError, and writes nothing, if any of the file is invalid.
 */
export function loadCatalogue(path = SHIPPED_CATALOGUE): boolean {
  const text = readFileSync(path, 'utf8');
  const { documents, problems } = checkDocuments(documentsIn(text), path);
  const staging = openStaging(':memory:');
  try {
    staging.saveDocuments(documents, problems);
    const sha256 = createHash('sha256').update(text).digest('hex');
    return fillDatabase(staging, { sha256, now: now() });
  } finally {
    staging.close();
  }
}
