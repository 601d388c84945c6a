import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { siteVersions, watchReplacement } from '@/db/version';
import { processFigures } from '@/server/http/health/figures';
import type { OriginFigures } from '@/server/primary/messages';
import { planWith, type Site } from '@/server/http/request-plan';
import { readRoutes } from '@/server/http/read-routes';
import { readStaticFiles } from '@/server/http/static-files';
import { readErrorDocuments } from './error-documents';
import { finishWith } from './finish';
import { handleWith } from './handle';
import type { HeldResponse } from './held-response';
import { renderWith } from './render';
import { openRenders } from './renders';
import { stripPageWith, type StripFigures } from './strip-page';
import { openValidator } from './validator';

interface OriginOptions {
  /** The project folder, whose `.next` contains the build. */
  folder: string;
  port: number;
  /** The URL of the site, if it has just one. */
  address: string | undefined;
  /** Memory for the latest responses, and for what responses were rendered from, in bytes. */
  cacheBytes: number;
  traceBytes: number;
  /** Where workers ask whether a response is still valid. */
  validatorSocket: string;
  /** Ends this process, so that another takes its place. */
  restart: () => void;
}

export interface Origin {
  handle: (request: IncomingMessage, response: HeldResponse) => Promise<void>;
  figures: () => OriginFigures;
}

/** Opens the built site. Resolves once it can render. */
export async function openOrigin(options: OriginOptions): Promise<Origin> {
  const { folder, port, address, cacheBytes, traceBytes, validatorSocket, restart } = options;
  const app = next({ dir: folder, dev: false, port });
  await app.prepare();
  const build = join(folder, '.next');
  const strips: StripFigures = { stripped: 0, unstripped: 0, unstrippedRoute: null };
  const finish = finishWith({
    findErrorDocument: readErrorDocuments(build),
    stripPage: stripPageWith(strips, (message) => process.stderr.write(`${message}\n`)),
  });
  const site: Site = {
    ...{ findRoute: readRoutes(build), isStaticFile: readStaticFiles(folder) },
    ...{ SITE_URL: address, PORT: port },
  };
  const validator = openValidator({
    ...{ folder, socket: validatorSocket, mostBytes: traceBytes },
    onEnd: restart,
  });
  const renders = openRenders({ mostBytes: cacheBytes, versions: siteVersions(), validator });
  const handler = app.getRequestHandler();
  return {
    handle: handleWith({
      plan: planWith(site),
      render: renderWith(handler, finish),
      renders,
      next: handler,
      isReplaced: watchReplacement(),
      restart,
    }),
    figures: () => {
      const { unstrippedRoute, ...counts } = strips;
      return {
        ...processFigures(),
        renders: { ...renders.figures(), ...counts },
        unstripped_route: unstrippedRoute,
      };
    },
  };
}
