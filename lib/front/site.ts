import { inspect } from 'node:util';
import { siteVersions } from '@/db/version';
import { openCache } from './cache';
import { planFor } from './cache/plan';
import { drawApart } from './draw/draw-apart';
import { startThread } from './draw/start-thread';
import type { Peers } from './peers';
import { respondWith, type Respond } from './respond';
import type { FindRoute } from './routes';
import { supplyWith } from './supply';
import { openTurns } from './turns';

export interface SiteOptions {
  /** The folder of the project, whose `.next` holds the build. */
  folder: string;
  port: number;
  /** The address of the site, where it has but one. */
  address: string | undefined;
  /** The bound of what is kept in memory. */
  cacheBytes: number;
  /** The other workers. */
  peers: Peers;
  /** Whether each answer says of which state of the database it is, as tests want to know. */
  isStamped: boolean;
}

interface Site {
  respond: Respond;
  /** What the cache and the stripper have done so far. */
  figures: () => Record<string, number>;
}

/** The built site with its cache. Resolves once it can answer. */
export async function openSite(options: SiteOptions, findRoute: FindRoute): Promise<Site> {
  const { folder, port, address, cacheBytes, peers, isStamped } = options;
  const turns = openTurns();
  const cache = openCache({ mostBytes: cacheBytes, versions: siteVersions(), turns });
  const thread = await startThread(folder, port, endWith);
  const drawing = drawApart(thread);
  const findPlan = planFor({ findRoute, SITE_URL: address, PORT: port });
  const supply = supplyWith({ cache, drawing, peers, findPlan });
  return {
    respond: respondWith({ findPlan, drawing, cache, supply, turns, isStamped }),
    figures: () => ({ ...cache.figures(), ...thread.strips() }),
  };
}

/** Without the thread that draws this process is of no use; the primary starts another. */
function endWith(reason: unknown): void {
  process.stderr.write(`The thread that draws has ended: ${inspect(reason)}\n`);
  process.exit(1);
}
