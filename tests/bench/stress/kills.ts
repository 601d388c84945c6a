import { listFamily } from '@/tests/tools/processes';
import { askHealth } from './ask-health';
import { pause, type Scene } from './scene';

/** How often to look whether there are as many workers as there should be, in milliseconds. */
const LOOK_EVERY = 200;

/** Kills a worker so many seconds after the last, though never the only one that listens: then the site would be gone for a moment. */
export async function killWorkers(scene: Scene, seconds: number): Promise<void> {
  await pause(scene, seconds * 1000);
  while (!scene.over.aborted) {
    // An answer may take long where the site has much to do, or end with the worker that it comes from.
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
