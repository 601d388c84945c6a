import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SITE } from '@/server/cli/child';
import { listFamily } from '@/tests/tools/processes';
import { seeded } from '../random';
import { siteSettings, startServer, type Running } from '../server';
import { listAddresses } from '../traffic/addresses';
import { freshness } from '../traffic/freshness';
import { watchMemory } from '../traffic/memory';
import { chooseTargets } from '../traffic/targets';
import { startWriter } from '../traffic/writer';
import { zipf } from '../traffic/zipf';
import { askHealth } from './ask-health';
import { requestJunk } from './junk';
import { editSignedIn } from './editors';
import { killWorkers } from './kills';
import { read } from './readers';
import { pause, setScene, type Scene } from './scene';
import { readSignedIn } from './sessions';
import { requestWithoutReading, sendSlowly, disconnectEarly, readSlowly } from './slow';

interface StressOptions {
  /** A writable database. */
  databasePath: string;
  seconds: number;
  /** Seconds between kills, and between changes. */
  killEvery: number;
  writeEvery: number;
  seed: number;
}

export const WORKERS = 2;

/** Small enough to overflow, so that eviction is tested too. */
const CACHE_MEGABYTES = 24;

/** Memory limit of all processes: the primary, a share of each worker for rendering, and the cache. */
export const MOST_MEGABYTES = 1600;

const settings = {
  WORKERS: String(WORKERS),
  CACHE_MEGABYTES: String(CACHE_MEGABYTES),
  VERSION_STAMP: 'on',
  RATE_LIMIT: '9999999',
};

/**
 * A run continues until this many kills and a change every two seconds, up to a limit in milliseconds, since processes start slowly on a busy
 * machine.
 */
export const LEAST_KILLS = 2;
const PATIENCE = 60_000;

/** Maximum time for a worker to start after the last kill, in milliseconds. */
const RECOVERY = 30_000;

/** Maximum time for requests in flight to finish at the end, in milliseconds. */
const REST = 10_000;

/** Maximum time for child processes to exit after the site, in milliseconds. */
const MOMENT = 2000;

export type Stress = Awaited<ReturnType<typeof runStress>>;

/** Runs the site under all kinds of stress at once, stops it, and reports the outcome. */
export async function runStress(options: StressOptions) {
  const { databasePath } = options;
  const site = await startServer(SITE, { ...siteSettings(databasePath), ...settings });
  const memory = watchMemory(site.processId);
  try {
    const scene = await strain(site, options);
    const workers = await recover(site.port);
    const underWay = await comeToRest(site.port);
    const family = listFamily(site.processId).map(({ id }) => id);
    const isClean = await site.end();
    return {
      done: scene.done.counts(),
      faults: [...Object.entries(scene.faults.counts()), ...scene.fresh.stale.map((it) => [it, 1])],
      checks: scene.fresh.counts,
      kills: scene.kills.length,
      memory: memory.most(),
      ...{ workers, underWay },
      isClean,
      left: [...leftFiles(databasePath), ...(await leftProcesses(family))],
    };
  } finally {
    memory.stop();
    await site.end();
  }
}

async function strain({ port, processId }: Running, options: StressOptions): Promise<Scene> {
  const chance = seeded(options.seed);
  const { ranked, pick } = zipf(await listAddresses(port), chance);
  const fresh = freshness();
  const end = new AbortController();
  // All participants wait for it.
  setMaxListeners(0, end.signal);
  const largest = ranked.find((path) => path.includes('100x40')) ?? '/packages/';
  const scene = setScene({
    port,
    processId,
    pick,
    ranked,
    largest,
    chance,
    fresh,
    over: end.signal,
  });
  const { databasePath, writeEvery, killEvery, seconds } = options;
  const writer = startWriter(databasePath, chooseTargets(ranked), writeEvery, fresh.note);
  const running = [
    read(scene, 8),
    ...[requestJunk(scene), requestJunk(scene), disconnectEarly(scene), disconnectEarly(scene)],
    ...[readSlowly(scene), readSlowly(scene), sendSlowly(scene), requestWithoutReading(scene)],
    readSignedIn(scene),
    editSignedIn(scene, databasePath),
    killWorkers(scene, killEvery),
  ];
  await pause(scene, seconds * 1000);
  const deadline = performance.now() + PATIENCE;
  const isEnough = () => scene.kills.length >= LEAST_KILLS && fresh.counts.writes > seconds / 2;
  while (!isEnough() && performance.now() < deadline) await pause(scene, 200);
  end.abort();
  await Promise.all(running);
  await writer.end();
  return scene;
}

/** Number of workers once the last ones killed are replaced. */
async function recover(port: number): Promise<number> {
  const deadline = performance.now() + RECOVERY;
  let count = 0;
  while (count < WORKERS && performance.now() < deadline) {
    await sleep(200);
    count = await askHealth(port).then(
      (workers) => workers.length,
      () => 0,
    );
  }
  return count;
}

/** Number of requests still in flight after all clients have left and had time to finish. */
async function comeToRest(port: number): Promise<number> {
  const deadline = performance.now() + REST;
  let count = Infinity;
  while (count > 0 && performance.now() < deadline) {
    await sleep(200);
    const workers = await askHealth(port);
    // Except this request itself.
    count = workers.reduce((sum, it) => sum + it.in_flight, -1);
  }
  return count;
}

/** WAL files; the last process to stop checkpoints and removes them. */
function leftFiles(databasePath: string): string[] {
  return [`${databasePath}-wal`, `${databasePath}-shm`].filter((path) => existsSync(path));
}

/** Processes that are still running after a grace period. */
async function leftProcesses(ids: number[]): Promise<number[]> {
  const deadline = performance.now() + MOMENT;
  let left = ids;
  while (left.length > 0 && performance.now() < deadline) {
    await sleep(50);
    left = left.filter((id) => existsSync(`/proc/${id}`));
  }
  return left;
}
