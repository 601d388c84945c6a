import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Versions } from '@/db/version';
import { LONGEST_AGE } from '@/lib/http/cache-control';
import type { Finished } from './finish';
import type { Rendered } from './render';
import type { Validator } from './validator';

/** A rendered response as it is sent to workers. */
export interface Render {
  finished: Finished;
  tag: string;
  /** The version of the database that it was last valid for. */
  version: number;
  /** When its rendering began, in milliseconds of the process. */
  begunAt: number;
}

export type Renders = ReturnType<typeof openRenders>;

interface RenderOptions {
  mostBytes: number;
  versions: Pick<Versions, 'data'>;
  validator: Validator;
  /** The clock, in milliseconds. */
  now?: () => number;
}

const BYTES_AN_OBJECT = 1000;

/** Caches the latest renders, so that each serves all workers. */
export function openRenders(options: RenderOptions) {
  const { mostBytes, versions, validator, now = () => performance.now() } = options;
  const latest = new LRUCache<string, Render>({
    maxSize: Math.max(1, mostBytes),
    sizeCalculation: ({ finished }) => BYTES_AN_OBJECT + finished.body.length,
  });
  let rendered = 0;

  return {
    /** Resolves to a cached response if it is up to date. */
    find: async (key: string): Promise<Render | undefined> => {
      const known = latest.get(key);
      if (!known || now() - known.begunAt > LONGEST_AGE) return undefined;
      const version = versions.data();
      if (known.version === version) return known;
      return (await validator.validate(key, known.tag))
        ? Object.assign(known, { version })
        : undefined;
    },
    /** Renders a response by `work`, and caches it if it has a key and may be shared. */
    render: async (key: string | undefined, work: () => Promise<Rendered>): Promise<Render> => {
      const [version, begunAt] = [versions.data(), now()];
      rendered += 1;
      const { finished, trace } = await work();
      const render = { finished, tag: tagOf(finished), version, begunAt };
      if (key !== undefined && finished.sharing === 'everyone' && mostBytes > 0) {
        latest.set(key, render);
        validator.keep(key, render.tag, trace);
      }
      return render;
    },
    /** In seconds. */
    ageOf: ({ begunAt }: Render): number => Math.floor((now() - begunAt) / 1000),
    version: versions.data,
    figures: () => ({ rendered, kept: latest.size, bytes: latest.calculatedSize }),
  };
}

/** Identifies a body, in ETags. */
export const tagOf = ({ body }: Pick<Finished, 'body'>): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 27);
