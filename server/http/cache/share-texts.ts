import { LRUCache } from 'lru-cache';
import type { Made } from './made';

/** There are some hundreds of statements and headers, and more with each new mixture of filters. */
const MOST = 5000;

const known = new LRUCache<string, string>({ max: MOST });

/** What comes from another thread or process again and again with the same texts, with one copy of each for all. */
export function shareTexts<Answer extends Pick<Made, 'entry' | 'reads'>>(answer: Answer): Answer {
  const { entry, reads } = answer;
  return {
    ...answer,
    entry: { ...entry, type: share(entry.type), head: entry.head.map(share) },
    reads: reads && { ...reads, list: reads.list.map((it) => ({ ...it, sql: share(it.sql) })) },
  };
}

function share(text: string): string {
  const shared = known.get(text) ?? text;
  known.set(shared, shared);
  return shared;
}
