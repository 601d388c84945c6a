import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { QueryTrace } from '@/db/query-trace';
import { siteVersions } from '@/db/version';
import type { Finished } from './finish';
import type { Rendered } from './render';

/** A rendered response as it is sent to workers. */
export interface Render {
  finished: Finished;
  tag: string;
  /** What it was rendered from, as JSON. */
  trace: Buffer;
  /** The version of the database when its rendering began, and that time in milliseconds of the process. */
  version: number;
  begunAt: number;
}

export type Renders = ReturnType<typeof openRenders>;

/** Maximum age of a response in milliseconds: texts such as "3 days ago" change with time alone. */
const LONGEST = 10 * 60_000;

/** Keeps the latest renders, so that one serves all workers, until the next commit of any program. */
export function openRenders(mostBytes: number, now = () => performance.now()) {
  const versions = siteVersions();
  const latest = new LRUCache<string, Render>({
    maxSize: Math.max(1, mostBytes),
    sizeCalculation: ({ finished, trace }) => BYTES_AN_OBJECT + finished.body.length + trace.length,
  });
  let rendered = 0;

  return {
    find: (key: string): Render | undefined => {
      const known = latest.get(key);
      const isValid = known?.version === versions.data() && now() - known.begunAt <= LONGEST;
      return isValid ? known : undefined;
    },
    /** Renders a response by `work` and keeps it if everyone may get it. */
    render: async (key: string, work: () => Promise<Rendered>): Promise<Render> => {
      const [version, begunAt] = [versions.data(), now()];
      rendered += 1;
      const { finished, trace } = await work();
      const render = { finished, tag: tagOf(finished), trace: jsonOf(trace), version, begunAt };
      if (finished.sharing === 'everyone' && mostBytes > 0) latest.set(key, render);
      return render;
    },
    /** In seconds. */
    ageOf: ({ begunAt }: Render): number => Math.floor((now() - begunAt) / 1000),
    version: versions.data,
    figures: () => ({ rendered, kept: latest.size, bytes: latest.calculatedSize }),
  };
}

const BYTES_AN_OBJECT = 1000;

/** Empty if the queries are unknown, or if JSON can't represent their values. */
function jsonOf(trace: QueryTrace | undefined): Buffer {
  const values = trace?.list.flatMap((query) => query.values) ?? [];
  const isJson = values.every((it) => it === null || ['string', 'number'].includes(typeof it));
  return Buffer.from(trace && isJson ? JSON.stringify(trace) : '');
}

/** Identifies a body, in ETags. */
export const tagOf = ({ body }: Pick<Finished, 'body'>): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 27);
