import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { migrateDatabase } from '@/db/migrate';
import { countCatalogue, findCatalogueLoad } from '@/db/queries/catalogue';
import { countHealthBefore } from '@/db/queries/health';
import { loadCatalogue } from '@/db/seed';
import { refreshHealth } from '@/db/writes/health';
import { isIndexMissing, reindex } from '@/db/writes/search-index';
import { settings, type Settings } from '@/lib/settings';
import { MICROS_PER_DAY, now } from '@/lib/time';
import { ensureBuild } from './build';
import { runFront, runNext } from './child';
import { CommandError } from './command-error';
import { ensureEnhance } from './enhance';
import { endWith } from './end-with';
import { keepDumps } from './keep-dumps';
import { secondsSince } from './seconds';

/** What `npm start` and `npm run dev` do: settings, database, catalogue, build, server. */
async function start(isDev: boolean): Promise<number> {
  await expectFree(settings().PORT);
  prepareDatabase();
  await (isDev ? ensureEnhance() : ensureBuild());
  const environment = environmentOf(settings());
  if (!isDev) keepDumps(environment);
  return isDev ? runNext('dev', [], environment) : runFront(environment);
}

/** All of the settings, so that a .env file, which Next reads and this command doesn't, can't part the two. */
function environmentOf(all: Settings): Record<keyof Settings, string> {
  return {
    PORT: String(all.PORT),
    DATABASE_PATH: resolve(all.DATABASE_PATH),
    SITE_URL: all.SITE_URL ?? '',
    SITE_TIME_ZONE: all.SITE_TIME_ZONE,
    RATE_LIMIT: String(all.RATE_LIMIT),
    TRUSTED_PROXIES: all.TRUSTED_PROXIES.join(','),
    CACHE_MEGABYTES: String(all.CACHE_MEGABYTES),
    VERSION_STAMP: all.VERSION_STAMP ? 'on' : 'off',
    WORKERS: String(all.WORKERS ?? ''),
    REQUEST_LOG: all.REQUEST_LOG ? 'on' : 'off',
  };
}

/** Next would find a port in use only after a build, and answer with a stack. */
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
  migrateDatabase();
  if (!findCatalogueLoad()) {
    fillDatabase();
    return;
  }
  judgeAgain();
  // A database of before there was an index.
  if (isIndexMissing()) reindex();
}

/** Health falls with time alone: it is judged anew where it is older than a day, as after a migration that brought it. */
function judgeAgain(): void {
  if (countHealthBefore(now() - MICROS_PER_DAY) > 0) refreshHealth(now());
}

function fillDatabase(): void {
  const begin = performance.now();
  process.stdout.write('Loading the catalogue … ');
  loadCatalogue();
  const { packages, grids } = countCatalogue();
  console.log(`${packages} packages and ${grids} grids, done in ${secondsSince(begin)}`);
}

await endWith(() => start(process.argv.includes('--dev')));
