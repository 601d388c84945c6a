import { CommandError } from '@/server/cli/command-error';
import { benchSides } from './front/bench-sides';
import { benchMixed } from './mixed/bench-mixed';
import { benchStress } from './stress/bench-stress';

/** The parts of `npm run bench -- front`, by name. */
const parts: Record<string, (words: string[]) => Promise<boolean>> = {
  sides: benchSides,
  mixed: benchMixed,
  stress: benchStress,
};

/** Runs one part with its options, or all with defaults, and returns whether the bounds are met. */
export async function benchFront([name, ...words]: string[]): Promise<boolean> {
  if (name === undefined) return benchAll();
  const part = parts[name];
  if (part) return part(words);
  throw new CommandError(`Unknown part ${name}, only ${Object.keys(parts).join(', ')}.`);
}

async function benchAll(): Promise<boolean> {
  const met: boolean[] = [];
  for (const part of Object.values(parts)) met.push(await part([]));
  return met.every(Boolean);
}
