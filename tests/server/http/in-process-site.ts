import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeEach } from 'vitest';
import { database } from '@/db/client';
import { findPackage } from '@/db/queries/packages';
import { revalidateWith } from '@/db/revalidate';
import { watchVersions } from '@/db/version';
import { openCache } from '@/server/http/cache';
import { clientFinder } from '@/server/http/client';
import { fail } from '@/server/http/fail';
import { openFairQueue } from '@/server/http/fair-queue';
import { openOrigins } from '@/server/http/origins';
import { socketOf } from '@/server/primary/sockets';
import { openQueues } from '@/server/http/queues';
import { planWith } from '@/server/http/request-plan';
import { respondWith } from '@/server/http/respond';
import { routesOf } from '@/lib/routes/match';
import { finishWith } from '@/server/origin/finish';
import { handleWith } from '@/server/origin/handle';
import { HeldResponse } from '@/server/origin/held-response';
import { renderWith, type NextHandler } from '@/server/origin/render';
import { openRenders } from '@/server/origin/renders';
import type { Validator } from '@/server/origin/validator';
import { openTraces } from '@/server/origin/validator/traces';
import { stripPageWith, type StripFigures } from '@/server/origin/strip-page';

const findRoute = routesOf([
  '/(read)/packages/p/[slug]/page',
  '/(read)/packages/page',
  '/(edit)/packages/p/[slug]/edit/page',
  '/api/v4/packages/route',
  '/api/v4/packages/[lookup]/route',
  '/(read)/dumps/[file]/route',
]);

/** Maximum number of waiting jobs of one client, besides the two that run. */
export const MOST_WAITING = 5;

export interface Seen {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  source: unknown;
  body: string;
}

/** The content of the rendered page, and how it is rendered. */
interface Given {
  slow: Promise<unknown>;
  headers: Record<string, string>;
  status: number;
  /** Something that the stripper doesn't know. */
  oddScript: string;
  look: (headers: IncomingHttpHeaders) => void;
  /** Number of renders. */
  renders: number;
  /** In milliseconds. */
  clock: number;
}

/**
 * A worker and an origin in this process. Instead of Next, `rendered` renders the page: it has the stars of a package, and who is signed
 * in.
 */
async function openSite() {
  const given: Given = {
    slow: Promise.resolve(),
    headers: {},
    status: 200,
    oddScript: '',
    look: () => undefined,
    renders: 0,
    clock: 0,
  };
  const strips: StripFigures = { stripped: 0, unstripped: 0, unstrippedRoute: null };
  const now = () => given.clock;
  const folder = mkdtempSync(join(tmpdir(), 'packgrid-'));

  const next: NextHandler = async ({ url = '', headers }, response) => {
    given.renders += 1;
    given.look(headers);
    const slug = /\/p(?:ackages)?\/([\w-]+)\/(?:\?|$)/.exec(url)?.[1] ?? 'celery';
    const stars = findPackage(slug)?.package.repoWatchers;
    await given.slow;
    response.statusCode = given.status;
    response.setHeader('Content-Type', url.startsWith('/api') ? 'application/json' : 'text/html');
    for (const [name, value] of Object.entries(given.headers)) response.setHeader(name, value);
    const text = `${headers.cookie ?? 'nobody'} sees ${slug} with ${stars ?? 0} stars. `;
    const nonce = /'nonce-(.+)'/.exec(String(headers['content-security-policy']))?.[1];
    const script = given.oddScript && `<script nonce="${nonce ?? ''}">${given.oddScript}</script>`;
    response.end(`<!DOCTYPE html><html><body>${text.repeat(40)}${script}</body></html>`);
  };

  const plan = planWith({ findRoute, isStaticFile: () => false, PORT: 80 });
  const finish = finishWith({
    findErrorDocument: () => undefined,
    stripPage: stripPageWith(strips, () => undefined),
  });
  // In this process, since a thread would need a bundle.
  const versions = watchVersions();
  const traces = openTraces(2 ** 20, versions.data, revalidateWith(versions.data));
  const validator: Validator = {
    keep: traces.keep,
    validate: (key, tag) =>
      new Promise((resolve) => {
        traces.validate(key, tag, resolve);
      }),
  };
  const renders = openRenders({ mostBytes: 2 ** 20, versions, validator, now });
  const handle = handleWith({
    ...{ plan, renders, next, render: renderWith(next, finish) },
    ...{ isReplaced: () => false, restart: () => undefined },
  });
  const openOrigin = async () => {
    const origin = createServer({ ServerResponse: HeldResponse }, (asked, response) => {
      handle(asked, response).catch(() => response.destroy());
    });
    await once(origin.listen(socketOf(folder, 0)), 'listening');
    return origin;
  };
  let origin = await openOrigin();

  const origins = openOrigins({ folder, count: 1, patience: 1000 });
  const { validate } = validator;
  const cache = openCache({ mostBytes: 2 ** 20, versions: watchVersions(), validate, now });
  const pages = openFairQueue({ concurrency: 2, perClient: MOST_WAITING });
  const respond = respondWith({
    ...{ cache, origins, queues: { ...openQueues(), pages } },
    ...{ findClient: clientFinder(['loopback']), isStamped: true },
  });
  const server = createServer((asked, response) => {
    const done = respond(plan(asked), { request: asked, response, headers: [] });
    done?.catch((error: unknown) => {
      fail(asked, response, error);
    });
  });
  await once(server.listen(0), 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;

  return {
    given,
    strips,
    ask: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      ask({ port, path, headers: { host: 'a.test', ...headers }, method }),
    /** Ends the origin as a crash does. */
    endOrigin: () => endServer(origin),
    startOrigin: async () => {
      origin = await openOrigin();
    },
    close: async () => {
      await endServer(server);
      await endServer(origin);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens such a site for the tests of a file. Each test starts with the default page and an empty cache. */
export async function useSite() {
  const site = await openSite();
  const { given } = site;
  beforeEach(() => {
    Object.assign(given, { renders: 0, slow: Promise.resolve(), headers: {}, status: 200 });
    Object.assign(given, { oddScript: '', look: () => undefined });
    // An hour later, responses cached by earlier tests are too old.
    given.clock += 3_600_000;
  });
  afterAll(site.close);
  return site;
}

export const CELERY = '/packages/p/celery/';

export const addStar = (slug: string) =>
  database()
    .$client.prepare('update packages set repo_watchers = repo_watchers + 1 where slug = ?')
    .run(slug);

interface Closable {
  close: (closed: () => void) => unknown;
  closeAllConnections: () => void;
}

function endServer(server: Closable): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

interface Asked {
  port: number;
  path: string;
  headers: Record<string, string>;
  method: string;
}

async function ask(asked: Asked): Promise<Seen> {
  const sent = request({ ...asked, agent: false });
  sent.end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject);
  });
  const raw = Buffer.concat(await response.toArray());
  const encoding = response.headers['content-encoding'];
  const plain =
    encoding === 'br' ? brotliDecompressSync(raw) : encoding === 'gzip' ? gunzipSync(raw) : raw;
  const { statusCode: status, headers } = response;
  return { status, headers, source: headers['x-cache'], body: plain.toString() };
}
