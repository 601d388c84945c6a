import { LRUCache } from 'lru-cache';
import type { Made } from './made';

/** There are a few hundred statements and headers, and more for each new combination of filters. */
const MOST = 5000;

const known = new LRUCache<string, string>({ max: MOST });

/** Returns the response with texts that are shared with other responses: each comes from another thread or process with copies of its own. */
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
