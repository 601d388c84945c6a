import { LRUCache } from 'lru-cache';

interface Kept {
  bytes: number;
}

/** Of the room, what is left for answers that were asked for once, however many there are of the others. */
const PROBATION = 0.2;

/**
 * Keeps values in so many bytes, and forgets the ones that were not asked for the longest. What was asked for once has a part of the room
 * to itself, and all that the others leave free, so that a flood of addresses that nobody asks for again pushes out nothing that is
 * asked for often (a segmented LRU).
 */
export function openStore<Value extends Kept>(mostBytes: number) {
  const mostGood = Math.floor(mostBytes * (1 - PROBATION));
  const segment = () =>
    new LRUCache<string, Value>({
      maxSize: Math.max(1, mostBytes),
      sizeCalculation: ({ bytes }) => Math.max(1, bytes),
    });
  const [probation, good] = [segment(), segment()];
  const bytes = () => good.calculatedSize + probation.calculatedSize;

  function put(segment: typeof good, key: string, value: Value): void {
    // Of a value that is there already a new size would not be looked at.
    segment.delete(key);
    segment.set(key, value);
    while (good.calculatedSize > mostGood) demote();
    while (bytes() > mostBytes) probation.pop();
  }

  /** What has to go from among the good ones gets another chance. */
  function demote(): void {
    const [oldest] = good.rkeys();
    const value = good.pop();
    if (oldest !== undefined && value) probation.set(oldest, value);
  }

  return {
    /** A value, which from its second time on counts as one of the good ones. */
    find: (key: string): Value | undefined => {
      const found = good.get(key);
      if (found) return found;
      const once = probation.get(key);
      if (!once) return undefined;
      probation.delete(key);
      put(good, key, once);
      return once;
    },
    /** A value without a change of its standing. */
    peek: (key: string): Value | undefined => good.peek(key) ?? probation.peek(key),
    save: (key: string, value: Value): void => {
      if (mostBytes > 0) put(good.has(key) ? good : probation, key, value);
    },
    /** Tells that a value takes another room than it did. */
    resize: (key: string, value: Value): void => {
      const segment = [good, probation].find((it) => it.peek(key) === value);
      if (segment) put(segment, key, value);
    },
    figures: () => ({
      entries: good.size + probation.size,
      bytes: bytes(),
      bound: mostBytes,
    }),
  };
}
