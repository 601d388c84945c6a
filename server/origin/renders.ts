import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { QueryTrace } from '@/db/query-trace';
import { revalidateWith } from '@/db/revalidate';
import { siteVersions } from '@/db/version';
import type { Finished } from './finish';
import type { Rendered } from './render';

/** What is known of a response that was rendered. */
interface Known {
  /** Identifies its headers and body. */
  tag: string;
  trace: QueryTrace;
  /** The version of the database that it was last valid for. */
  version: number;
  /** When its rendering began, in milliseconds of the process. */
  begunAt: number;
}

/** A response that is as the database is now. */
export interface Valid {
  tag: string;
  /** Undefined if only its tag is still known. */
  finished: Finished | undefined;
  /** In seconds. */
  age: number;
}

export type Renders = ReturnType<typeof openRenders>;

/** Maximum age of a response in milliseconds: texts such as "3 days ago" change with time alone. */
const LONGEST = 10 * 60_000;

/** Remembers what was rendered: the latest responses themselves, and many more by their tags and queries, by which they are validated. */
export function openRenders(mostBytes: number, now = () => performance.now()) {
  const versions = siteVersions();
  const areUnchanged = revalidateWith(versions.data);
  const bound = { maxSize: Math.max(1, Math.floor(mostBytes / 2)) };
  const known = new LRUCache<string, Known>({
    ...bound,
    sizeCalculation: ({ trace }) => bytesOf(trace),
  });
  const latest = new LRUCache<string, Finished>({
    ...bound,
    sizeCalculation: ({ body }) => BYTES_AN_OBJECT + body.length,
  });
  const counts = { rendered: 0, revalidated: 0 };

  /** Whether a response is as the database is now. After each commit of any program, its queries are run again. */
  function isValid(entry: Known): boolean {
    if (now() - entry.begunAt > LONGEST) return false;
    // Read first, so that it is never newer than the rows that the response is compared with.
    const version = versions.data();
    if (entry.version === version) return true;
    if (!isUnchanged(entry.trace)) return false;
    entry.version = version;
    counts.revalidated += 1;
    return true;
  }

  /** If its queries can't be run, rendering will tell why. */
  function isUnchanged(trace: QueryTrace): boolean {
    try {
      return areUnchanged(trace);
    } catch {
      return false;
    }
  }

  return {
    find: (key: string): Valid | undefined => {
      const entry = known.get(key);
      if (!entry || !isValid(entry)) return undefined;
      const age = Math.floor((now() - entry.begunAt) / 1000);
      return { tag: entry.tag, finished: latest.get(key), age };
    },
    /** Renders a response by `work` and remembers it if everyone may get it. */
    render: async (key: string, work: () => Promise<Rendered>): Promise<Valid> => {
      const [version, begunAt] = [versions.data(), now()];
      counts.rendered += 1;
      const { finished, trace } = await work();
      const tag = tagOf(finished);
      if (finished.sharing === 'everyone' && trace && mostBytes > 0) {
        known.set(key, { tag, trace, version, begunAt });
        latest.set(key, finished);
      }
      return { tag, finished, age: 0 };
    },
    version: versions.data,
    figures: () => ({
      ...counts,
      known: known.size,
      bytes: known.calculatedSize + latest.calculatedSize,
    }),
  };
}

const digest = (data: string | Buffer) =>
  createHash('sha256').update(data).digest('base64url').slice(0, 27);

/** The body's digest, by which clients identify it, and that of its headers. */
export const tagOf = ({ headers, body }: Finished) =>
  `${digest(body)}.${digest(JSON.stringify(headers))}`;

const BYTES_AN_OBJECT = 200;

/** Approximate memory use of a trace, whose statements are shared with others, in bytes. */
function bytesOf({ list }: QueryTrace): number {
  const ofValue = (value: unknown) => (typeof value === 'string' ? 2 * value.length : 16);
  const ofValues = (values: unknown[]) => values.reduce<number>((sum, it) => sum + ofValue(it), 0);
  return list.reduce(
    (sum, { values }) => sum + BYTES_AN_OBJECT + ofValues(values),
    3 * BYTES_AN_OBJECT,
  );
}
