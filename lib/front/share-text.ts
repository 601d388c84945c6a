import { LRUCache } from 'lru-cache';
import type { Reads } from '@/db/reads';

/** There are some hundreds of statements and headers, and more with each new mixture of filters. */
const MOST = 5000;

const known = new LRUCache<string, string>({ max: MOST });

/** The same text as one that was given before, so that what comes from another thread or process again and again is there once. */
export function shareText(text: string): string {
  const shared = known.get(text) ?? text;
  known.set(shared, shared);
  return shared;
}

/** Reads with the texts of their statements shared. */
export function shareStatements(reads: Reads): Reads {
  return { ...reads, list: reads.list.map((read) => ({ ...read, sql: shareText(read.sql) })) };
}
