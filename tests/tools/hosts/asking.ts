import type { Asking, Validators } from '@/server/collectors/ask';
import { HostError } from '@/server/collectors/host-error';

/** The time at which hosts are asked in tests: 2030-06-01 12:00 UTC. */
export const ASKED_AT = Date.UTC(2030, 5, 1, 12) * 1000;

interface TestAsking extends Asking {
  /** How long it waits for an answer, in milliseconds: longer than any good answer takes. */
  patience: number;
  stored: Map<string, Validators>;
}

/** Asks with plain `fetch`, and keeps validators in memory. */
export function startAsking(): TestAsking {
  const stored = new Map<string, Validators>();
  const asking: TestAsking = {
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(asking.patience) }),
    validators: {
      get: (url) => stored.get(url),
      set: (url, validators) => stored.set(url, validators),
    },
    now: () => ASKED_AT,
    patience: 20_000,
    stored,
  };
  return asking;
}

/** The facts of an answer; an error if it has none. */
export function factsOf<Facts>(
  answer: { isUnchanged: true } | { isUnchanged: false; facts: Facts },
) {
  if (answer.isUnchanged) throw new Error('The answer has no facts.');
  return answer.facts;
}

/** The HostError with which a promise is rejected. */
export async function errorOf(promise: Promise<unknown>): Promise<HostError> {
  const error: unknown = await promise.then(
    () => 'none',
    (reason: unknown) => reason,
  );
  if (error instanceof HostError) return error;
  throw new Error(`Expected a HostError: ${String(error)}`);
}
