import { listFamily } from '@/tests/tools/processes';
import { askHealth } from './ask-health';
import { pause, type Scene } from './scene';

/** How often to check the number of workers, in milliseconds. */
const LOOK_EVERY = 200;

/** Kills a worker at intervals of some seconds, but never the only one that listens, which would take the site down. */
export async function killWorkers(scene: Scene, seconds: number): Promise<void> {
  await pause(scene, seconds * 1000);
  while (!scene.over.aborted) {
    // A response may be slow under load, or end with its worker.
    const mortal = ownOf(scene, await askHealth(scene.port).catch(() => []));
    const isTime = mortal.length > 1 && !scene.over.aborted;
    if (isTime) killOne(scene, mortal);
    await pause(scene, isTime ? seconds * 1000 : LOOK_EVERY);
  }
}

function ownOf({ processId }: Scene, workers: { pid: number }[]): number[] {
  const own = listFamily(processId).map(({ id }) => id);
  return workers.map(({ pid }) => pid).filter((it) => it !== processId && own.includes(it));
}

function killOne({ chance, kills, done }: Scene, mortal: number[]): void {
  kills.push(performance.now());
  process.kill(chance.pick(mortal), 'SIGKILL');
  done.add('killed');
}
