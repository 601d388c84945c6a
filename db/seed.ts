import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_ZONE, now, parseTime } from '@/lib/time';
import { parseCatalogue } from '@/lib/transfer/catalogue-file';
import { findCatalogueLoad } from './queries/catalogue';
import { saveCatalogue } from './writes/catalogue';

export const SHIPPED_CATALOGUE = join(import.meta.dirname, 'catalogue', 'catalogue.json');

/** The day of `usage_count_2022` in the shipped file. */
const USAGE_COUNTED = '2022-05-04';

/**
 * Fills an empty database from a catalogue file and says whether it did: a database that was filled before is left as it is,
 * whatever people have edited since. Throws CatalogueError, with nothing written, where the file breaks a rule.
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
