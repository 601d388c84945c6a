import { createHash } from 'node:crypto';

/**
 * Which of some workers draws what has this key: each by chance, but always the same one as long as it is there, and when one comes or goes
 * nothing moves between the others (rendezvous hashing, Thaler and Ravishankar 1998).
 */
export function ownerOf(key: string, workers: readonly number[]): number | undefined {
  if (workers.length < 2) return workers[0];
  const scores = workers.map((worker) => ({ worker, score: scoreOf(worker, key) }));
  const [first, ...others] = scores;
  return first && others.reduce((best, it) => (it.score > best.score ? it : best), first).worker;
}

const scoreOf = (worker: number, key: string) =>
  createHash('sha256').update(`${worker} ${key}`).digest().readUIntBE(0, 6);
