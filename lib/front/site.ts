import { join } from 'node:path';
import next from 'next';
import { watchVersions } from '@/db/version';
import { finishWith } from './answer/finish';
import { stripWith } from './answer/strip-answer';
import { openCache } from './cache';
import { readErrorDocuments } from './error-documents';
import { respondWith, type Respond } from './respond';
import { readRoutes } from './routes';

export interface SiteOptions {
  /** The folder of the project, whose `.next` holds the build. */
  folder: string;
  port: number;
  /** The address of the site, where it has but one. */
  address: string | undefined;
  /** The bound of what is kept in memory. */
  cacheBytes: number;
  /** Whether each answer says of which state of the database it is, as tests want to know. */
  isStamped: boolean;
}

interface Site {
  respond: Respond;
  /** What the cache and the stripper have done so far. */
  figures: () => Record<string, number>;
}

/** The built site with its cache. Resolves once it can answer. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const { folder, port, address, cacheBytes, isStamped } = options;
  const app = next({ dir: folder, dev: false, port });
  await app.prepare();

  const build = join(folder, '.next');
  const strips = { stripped: 0, unstripped: 0 };
  const cache = openCache({ mostBytes: cacheBytes, versions: watchVersions() });
  const finish = finishWith({
    findErrorDocument: readErrorDocuments(build),
    stripAnswer: stripWith(strips, (message) => process.stderr.write(`${message}\n`)),
  });
  const site = { findRoute: readRoutes(build), SITE_URL: address, PORT: port };
  const answer = app.getRequestHandler();
  return {
    respond: respondWith({ site, answer, finish, cache, isStamped }),
    figures: () => ({ ...cache.figures(), ...strips }),
  };
}
