import { asc } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { derivedData, packages } from '../schema';
import { saveHealth } from './health';
import { saveNewestRelease } from './newest-release';
import { buildIndex } from './search-build';

/**
 * Increment this with every change to how stored derived data is computed: newest releases, health, facets, or the search index (words and
 * tokenizer). If a database has another version, all derived data is recomputed when the site or a command starts.
 */
const DERIVED_VERSION = 2;

/**
 * Recomputes all derived data, in one transaction, if another version of the code computed it. Returns the number of packages, 0 if
 * everything is up to date.
 */
export function refreshDerived(now: Micros): number {
  if (isCurrent()) return 0;
  return database().transaction(() => (isCurrent() ? 0 : computeAll(now)), {
    behavior: 'immediate',
  });
}

/** Marks all derived data as computed by this version. Call it in the transaction that computed the data. */
export function markDerived(): void {
  const db = database();
  db.delete(derivedData).run();
  db.insert(derivedData).values({ version: DERIVED_VERSION }).run();
}

function isCurrent(): boolean {
  return database().select().from(derivedData).get()?.version === DERIVED_VERSION;
}

function computeAll(now: Micros): number {
  const ids = database().select({ id: packages.id }).from(packages).orderBy(asc(packages.id)).all();
  for (const { id } of ids) saveNewestRelease(id);
  buildIndex();
  saveHealth(now);
  markDerived();
  return ids.length;
}
