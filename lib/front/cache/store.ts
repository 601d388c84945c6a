import { LRUCache } from 'lru-cache';

interface Kept {
  bytes: number;
}

/** Of the room, what is for answers that were asked for once. */
const PROBATION = 0.2;

/**
 * Keeps values in so many bytes, and forgets the ones that were not asked for the longest. What was asked for once has a part of the room
 * to itself, so that a flood of addresses that nobody asks for again pushes out nothing that is asked for often (a segmented LRU).
 */
export function openStore<Value extends Kept>(mostBytes: number) {
  const segment = (share: number, dispose?: (value: Value, key: string) => void) =>
    new LRUCache<string, Value>({
      maxSize: Math.max(1, Math.floor(mostBytes * share)),
      sizeCalculation: ({ bytes }) => Math.max(1, bytes),
      dispose: (value, key, reason) => {
        if (reason === 'evict') dispose?.(value, key);
      },
    });
  const probation = segment(PROBATION);
  // What has to go from among the good ones gets another chance.
  const good = segment(1 - PROBATION, (value, key) => probation.set(key, value));

  return {
    /** A value, which from its second time on counts as one of the good ones. */
    find: (key: string): Value | undefined => {
      const found = good.get(key);
      if (found) return found;
      const once = probation.get(key);
      if (!once) return undefined;
      probation.delete(key);
      good.set(key, once);
      return once;
    },
    save: (key: string, value: Value): void => {
      if (mostBytes === 0) return;
      const segment = good.has(key) ? good : probation;
      // Of a value that is there already a new size would not be looked at.
      segment.delete(key);
      segment.set(key, value);
    },
    /** Tells that a value takes more room than it did. */
    resize: (key: string, value: Value): void => {
      for (const segment of [good, probation]) {
        if (segment.peek(key) !== value) continue;
        segment.delete(key);
        segment.set(key, value);
      }
    },
    figures: () => ({
      entries: good.size + probation.size,
      bytes: good.calculatedSize + probation.calculatedSize,
      bound: mostBytes,
    }),
  };
}
