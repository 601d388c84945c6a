import { LRUCache } from 'lru-cache';

interface Sized {
  bytes: number;
}

/** The share of the memory that is reserved for responses that were requested once. */
const PROBATION = 0.2;

/**
 * A segmented LRU bounded in bytes. Values requested once have a reserved share of the memory, plus whatever the others leave free, so that
 * a flood of one-off URLs doesn't evict popular ones.
 */
export function openStore<Value extends Sized>(mostBytes: number) {
  const mostGood = Math.floor(mostBytes * (1 - PROBATION));
  const segment = () =>
    new LRUCache<string, Value>({
      maxSize: Math.max(1, mostBytes),
      sizeCalculation: ({ bytes }) => Math.max(1, bytes),
    });
  const [probation, good] = [segment(), segment()];
  const bytes = () => good.calculatedSize + probation.calculatedSize;

  function put(segment: typeof good, key: string, value: Value): void {
    // LRUCache wouldn't update the size of an existing value.
    segment.delete(key);
    segment.set(key, value);
    while (good.calculatedSize > mostGood) demote();
    while (bytes() > mostBytes) probation.pop();
  }

  /** The least recently used of the protected values goes back to probation. */
  function demote(): void {
    const [oldest] = good.rkeys();
    const value = good.pop();
    if (oldest !== undefined && value) probation.set(oldest, value);
  }

  return {
    /** Returns a value; from the second time on it is protected. */
    find: (key: string): Value | undefined => {
      const found = good.get(key);
      if (found) return found;
      const once = probation.get(key);
      if (!once) return undefined;
      probation.delete(key);
      put(good, key, once);
      return once;
    },
    /** Returns a value without counting it as requested. */
    peek: (key: string): Value | undefined => good.peek(key) ?? probation.peek(key),
    save: (key: string, value: Value): void => {
      if (mostBytes > 0) put(good.has(key) ? good : probation, key, value);
    },
    /** Updates the size of a value. */
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
