import { LRUCache } from 'lru-cache';
import type { QueryTrace } from '@/db/query-trace';
import type { AreUnchanged } from '@/db/revalidate';

interface StoredTrace {
  /** Identifies the response that was rendered from it. */
  tag: string;
  trace: QueryTrace;
  /** The version of the database that it was last compared with, and the result. */
  version: number | undefined;
  isValid: boolean;
  /** How long it took to compare it, in milliseconds. */
  cost: number;
}

interface Waiting {
  key: string;
  tag: string;
  reply: (isValid: boolean) => void;
}

/** Remembers the queries behind responses, and checks whether they still return the same rows. */
export interface Traces {
  /** Takes the queries of a new response; undefined if they are unknown. */
  keep: (key: string, tag: string, trace: QueryTrace | undefined) => void;
  /** Replies whether the response is up to date; false if its queries are unknown. */
  validate: (key: string, tag: string, reply: (isValid: boolean) => void) => void;
}

/** `findVersion` returns the version of the database; `mostBytes` bounds the memory of the traces. */
export function openTraces(
  mostBytes: number,
  findVersion: () => number,
  areUnchanged: AreUnchanged,
): Traces {
  const traces = new LRUCache<string, StoredTrace>({
    maxSize: Math.max(1, mostBytes),
    sizeCalculation: ({ trace }) => bytesOf(trace),
  });
  /** Statements, which many traces share; each arrives as a copy. */
  const statements = new LRUCache<string, string>({ max: 5000 });
  let waiting: Waiting[] = [];

  function share(sql: string): string {
    const shared = statements.get(sql) ?? sql;
    statements.set(shared, shared);
    return shared;
  }

  const costOf = ({ key }: Waiting) => traces.peek(key)?.cost ?? 0;

  /** Checks the cheapest first, since a list may take fifty times as long as a page, and lets further requests arrive. */
  function compareNext(): void {
    const [first, ...others] = waiting;
    if (!first) return;
    const next = others.reduce((best, it) => (costOf(it) < costOf(best) ? it : best), first);
    waiting = waiting.filter((it) => it !== next);
    const stored = traces.get(next.key);
    next.reply(stored?.tag === next.tag && isUnchanged(stored));
    if (waiting.length > 0) setImmediate(compareNext);
  }

  function isUnchanged(stored: StoredTrace): boolean {
    // Read first, so that it is never newer than the rows that the trace is compared with.
    const version = findVersion();
    if (stored.version === version) return stored.isValid;
    const begin = performance.now();
    try {
      stored.isValid = areUnchanged(stored.trace);
    } catch {
      // If its queries fail, rendering reports why.
      stored.isValid = false;
    }
    stored.cost = performance.now() - begin;
    stored.version = version;
    return stored.isValid;
  }

  return {
    keep: (key, tag, trace) => {
      if (!trace) {
        traces.delete(key);
        return;
      }
      const list = trace.list.map((query) => ({ ...query, sql: share(query.sql) }));
      const cost = traces.peek(key)?.cost ?? 0;
      traces.set(key, { tag, trace: { ...trace, list }, version: undefined, isValid: true, cost });
    },
    validate: (key, tag, reply) => {
      if (waiting.length === 0) setImmediate(compareNext);
      waiting.push({ key, tag, reply });
    },
  };
}

const BYTES_AN_OBJECT = 200;

/** Approximate memory use of a trace, in bytes. */
function bytesOf({ list }: QueryTrace): number {
  const ofValue = (value: unknown) => (typeof value === 'string' ? 2 * value.length : 16);
  const ofValues = (values: unknown[]) => values.reduce<number>((sum, it) => sum + ofValue(it), 0);
  return list.reduce(
    (sum, { values }) => sum + BYTES_AN_OBJECT + ofValues(values),
    3 * BYTES_AN_OBJECT,
  );
}
