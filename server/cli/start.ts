import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { countCatalogue, findCatalogueLoad } from '@/db/queries/catalogue';
import { judgeAgain } from '@/db/writes/health';
import { settings, type Settings } from '@/lib/settings';
import { now } from '@/lib/time';
import { loadCatalogue } from '@/server/import-export/import/load-catalogue';
import { ensureBuild } from './build';
import { divertStandardStreams, exitWhenWritten } from '@/server/log/standard-streams';
import { serveSite } from '@/server/primary/serve';
import { runNext, whenNpmEnds } from './child';
import { CommandError } from './command-error';
import { ensureEnhance } from './enhance';
import { endWith } from './end-with';
import { keepDumps } from './keep-dumps';
import { keepHealth } from './keep-health';
import { secondsSince } from './seconds';
import { upgradeDatabase } from './upgrade';

/** Runs `npm start` and `npm run dev`: settings, database, catalogue, build, server. */
async function start(isDev: boolean): Promise<number> {
  outliveReaders();
  await expectFree(settings().PORT);
  prepareDatabase();
  await (isDev ? ensureEnhance() : ensureBuild());
  const environment = environmentOf(settings());
  if (isDev) return runNext('dev', [], environment);
  divertStandardStreams();
  keepDumps(environment);
  keepHealth(environment);
  exitWhenWritten(await serveSite(environment, whenNpmEnds));
  return 0;
}

/** Ignores write errors after the reader of the output is gone, as with `npm start | head -1`; Node would exit with an error. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Passes on all settings, so that a .env file, which Next reads but this command doesn't, can't make the two disagree. */
function environmentOf(all: Settings): Record<keyof Settings, string> {
  return {
    PORT: String(all.PORT),
    DATABASE_PATH: resolve(all.DATABASE_PATH),
    SITE_URL: all.SITE_URL ?? '',
    HSTS_SECONDS: String(all.HSTS_SECONDS),
    SITE_TIME_ZONE: all.SITE_TIME_ZONE,
    RATE_LIMIT: String(all.RATE_LIMIT),
    TRUSTED_PROXIES: all.TRUSTED_PROXIES.join(','),
    CACHE_MEGABYTES: String(all.CACHE_MEGABYTES),
    VERSION_STAMP: all.VERSION_STAMP ? 'on' : 'off',
    STARTED_AT: String(all.STARTED_AT ?? now()),
    SOCKET_FOLDER: '',
    WORKERS: String(all.WORKERS ?? ''),
    AUTH_SECRET: all.AUTH_SECRET ?? '',
    LOCAL_ACCOUNTS: all.LOCAL_ACCOUNTS ? 'on' : 'off',
    GITHUB_CLIENT_ID: all.GITHUB_CLIENT_ID ?? '',
    GITHUB_CLIENT_SECRET: all.GITHUB_CLIENT_SECRET ?? '',
    OIDC_ISSUER: all.OIDC_ISSUER ?? '',
    OIDC_CLIENT_ID: all.OIDC_CLIENT_ID ?? '',
    OIDC_CLIENT_SECRET: all.OIDC_CLIENT_SECRET ?? '',
    OIDC_NAME: all.OIDC_NAME,
    REQUEST_LOG: all.REQUEST_LOG ? 'on' : 'off',
  };
}

/** Throws CommandError if the port can't be used. Next would only notice after a build, and print a stack trace. */
function expectFree(port: number): Promise<void> {
  return new Promise((free, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const reason =
        'code' in error && error.code === 'EADDRINUSE'
          ? 'is in use by another program; set PORT to a free one'
          : `can't be used: ${error.message}`;
      reject(new CommandError(`PORT ${port} ${reason}.`));
    });
    probe.listen(port, () => {
      probe.close(() => {
        free();
      });
    });
  });
}

function prepareDatabase(): void {
  upgradeDatabase();
  if (!findCatalogueLoad()) {
    fillDatabase();
    return;
  }
  judgeAgain(now());
}

function fillDatabase(): void {
  const begin = performance.now();
  process.stdout.write('Loading the catalogue … ');
  loadCatalogue();
  const { packages, grids } = countCatalogue();
  console.log(`${packages} packages and ${grids} grids, done in ${secondsSince(begin)}`);
}

await endWith(() => start(process.argv.includes('--dev')));
