import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_ZONE, now, parseTime } from '@/lib/time';
import { ROOT } from '@/lib/root';
import { parseCatalogue } from '@/lib/catalogue-file/parse';
import { findCatalogueLoad } from './queries/catalogue';
import { saveCatalogue } from './writes/catalogue';

export const SHIPPED_CATALOGUE = join(ROOT, 'db/catalogue/catalogue.json');

/** Date of `usage_count_2022` in the shipped file. */
const USAGE_COUNTED = '2022-05-04';

/**
 * Fills an empty database from a catalogue file. Returns false, and changes nothing, if the database already has a catalogue, so that later
 * edits are kept. Throws CatalogueError, and writes nothing, if the file is invalid.
 */
export function loadCatalogue(path = SHIPPED_CATALOGUE): boolean {
  if (findCatalogueLoad()) return false;
  const text = readFileSync(path, 'utf8');
  const file = parseCatalogue(text);
  return saveCatalogue(file, {
    sha256: createHash('sha256').update(text).digest('hex'),
    loadedAt: now(),
    generatedAt: parseTime(file.generated, DAY_ZONE) ?? now(),
    usageCountedAt: parseTime(USAGE_COUNTED, DAY_ZONE) ?? now(),
  });
}
