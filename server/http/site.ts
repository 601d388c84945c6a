import { inspect } from 'node:util';
import { siteVersions } from '@/db/version';
import { openCache } from './cache';
import { planFor } from './cache/plan';
import { drawApart } from '@/server/origin/draw-apart';
import { ownRequest } from '@/server/origin/own-request';
import { startThread } from '@/server/origin/start-thread';
import type { CacheFigures } from './health/figures';
import { exitWhenWritten } from './log/standard-streams';
import type { Peers } from './peers';
import { respondWith, type Respond } from './respond';
import type { FindRoute } from './routes';
import { readStaticFiles } from './static-files';
import { supplyWith } from './supply';
import { openTurns } from './turns';

export interface SiteOptions {
  /** The project folder, whose `.next` contains the build. */
  folder: string;
  port: number;
  /** The URL of the site, if it has just one. */
  address: string | undefined;
  /** Maximum size of the cache in memory, in bytes. */
  cacheBytes: number;
  /** The other workers. */
  peers: Peers;
  /** Whether each response names the version of the database that it is based on, for tests. */
  isStamped: boolean;
}

interface Site {
  respond: Respond;
  /** Counters of the cache and the stripper. */
  figures: () => CacheFigures;
  /** Renders a small catalogue page, bypassing the cache, and returns its status. */
  renderPage: () => Promise<number>;
}

const SMALL_PAGE = { url: '/categories/', host: undefined, accept: 'text/html' };

/** Opens the built site with its cache. Resolves once it can handle requests. */
export async function openSite(options: SiteOptions, findRoute: FindRoute): Promise<Site> {
  const { folder, port, address, cacheBytes, peers, isStamped } = options;
  const turns = openTurns();
  const cache = openCache({ mostBytes: cacheBytes, versions: siteVersions(), turns });
  const thread = await startThread(folder, port, endWith);
  const drawing = drawApart(thread);
  const findPlan = planFor({
    findRoute,
    isStaticFile: readStaticFiles(folder),
    SITE_URL: address,
    PORT: port,
  });
  const supply = supplyWith({ cache, drawing, peers, findPlan });
  return {
    respond: respondWith({ findPlan, drawing, cache, supply, turns, isStamped }),
    figures: () => {
      const { unstrippedRoute, ...strips } = thread.strips();
      return { unstrippedRoute, counts: { ...cache.figures(), ...strips } };
    },
    renderPage: async () => {
      const plan = findPlan(ownRequest(SMALL_PAGE));
      if (plan.kind === 'streamed') throw new Error('A small page is not streamed.');
      const { answer } = await drawing.draw(SMALL_PAGE, plan.context);
      return answer.status;
    },
  };
}

/** Without its render thread this process is of no use; the primary starts another. */
function endWith(reason: unknown): void {
  process.stderr.write(`The thread that draws has ended: ${inspect(reason)}\n`);
  exitWhenWritten(1);
}
