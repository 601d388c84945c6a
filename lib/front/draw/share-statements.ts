import { LRUCache } from 'lru-cache';
import type { Reads } from '@/db/reads';

/** There are some hundreds, and more with each new mixture of filters. */
const MOST = 2000;

/** Lets reads that come from another thread, each with a text of its own for its statement, share one text where it is the same. */
export function shareStatements(): (reads: Reads | undefined) => Reads | undefined {
  const known = new LRUCache<string, string>({ max: MOST });
  const shared = (sql: string): string => {
    const text = known.get(sql) ?? sql;
    known.set(text, text);
    return text;
  };
  return (reads) =>
    reads && { ...reads, list: reads.list.map((read) => ({ ...read, sql: shared(read.sql) })) };
}
