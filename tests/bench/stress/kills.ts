import { z } from 'zod';
import { listFamily } from '@/tests/tools/processes';
import { openReader } from '../traffic/reader';
import { pause, type Scene } from './scene';

/** Of what `/health/` says. */
const health = z.looseObject({ workers: z.array(z.looseObject({ pid: z.int() })) });

/** The processes that serve. */
export async function listWorkers(port: number): Promise<number[]> {
  const reader = openReader(port);
  const { body } = await reader.ask('/health/', { Accept: 'application/json' });
  await reader.close();
  return health.parse(JSON.parse(body.toString())).workers.map(({ pid }) => pid);
}

/** Kills a worker, and then another every so many seconds. */
export async function killWorkers(scene: Scene, seconds: number): Promise<void> {
  for (;;) {
    // Asked in time, since an answer may take long where the site has much to do.
    const listed = listWorkers(scene.port).catch(() => []);
    await pause(scene, seconds * 1000);
    if (scene.over.aborted) return;
    killOne(scene, await listed);
  }
}

function killOne({ processId, chance, kills, done, faults }: Scene, workers: number[]): void {
  const own = listFamily(processId).map(({ id }) => id);
  const mortal = workers.filter((it) => it !== processId && own.includes(it));
  if (mortal.length === 0) {
    faults.add('there was no worker to kill');
    return;
  }
  kills.push(performance.now());
  process.kill(chance.pick(mortal), 'SIGKILL');
  done.add('killed');
}
