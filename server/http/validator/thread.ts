import { parentPort, workerData } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { QueryTrace } from '@/db/query-trace';
import { revalidateWith } from '@/db/revalidate';
import { idOfFile, siteVersions } from '@/db/version';
import { settings } from '@/lib/settings';
import type { FromThread, ToThread } from './messages';

/** Compares traces with the database, on a connection of its own. */

if (!parentPort) throw new Error('This runs in a thread only.');
const port = parentPort;

const { mostBytes } = z.object({ mostBytes: z.number() }).parse(workerData);

interface Kept {
  trace: QueryTrace;
  bytes: number;
  /** How long it took last time to compare it, in milliseconds. */
  cost: number;
}

const traces = new LRUCache<string, Kept>({
  maxSize: Math.max(1, mostBytes),
  sizeCalculation: ({ bytes }) => bytes,
});
const { DATABASE_PATH } = settings();
const opened = idOfFile(DATABASE_PATH);
const areUnchanged = revalidateWith(siteVersions().data);

/** Statements, which many traces share; each arrives as a copy. */
const statements = new LRUCache<string, string>({ max: 5000 });

function keep(key: string, json: Uint8Array): void {
  traces.delete(key);
  if (json.length === 0) return;
  const trace = JSON.parse(Buffer.from(json).toString()) as QueryTrace;
  for (const query of trace.list) {
    const shared = statements.get(query.sql) ?? query.sql;
    statements.set(shared, shared);
    query.sql = shared;
  }
  traces.set(key, { trace, bytes: json.length, cost: 0 });
}

/** If its queries can't be run, rendering will tell why. */
function isUnchanged(kept: Kept | undefined): boolean {
  if (!kept) return false;
  const begin = performance.now();
  try {
    return areUnchanged(kept.trace);
  } catch {
    return false;
  } finally {
    kept.cost = performance.now() - begin;
  }
}

/** The traces to compare, by the number of the request. */
const waiting = new Map<number, Kept | undefined>();

const costOf = (id: number) => waiting.get(id)?.cost ?? 0;

/** Compares the cheapest trace, since a list may take fifty times as long as a page, and lets others arrive. */
function compareNext(): void {
  // Another file has taken the place of the database; another thread will open it.
  if (![undefined, opened].includes(idOfFile(DATABASE_PATH))) process.exit();
  const [first, ...others] = waiting.keys();
  if (first === undefined) return;
  const id = others.reduce((best, it) => (costOf(it) < costOf(best) ? it : best), first);
  const isValid = isUnchanged(waiting.get(id));
  waiting.delete(id);
  port.postMessage({ id, isValid } satisfies FromThread);
  setImmediate(compareNext);
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'keep') keep(message.key, message.json);
  else {
    if (waiting.size === 0) setImmediate(compareNext);
    waiting.set(message.id, traces.get(message.key));
  }
});
