import type { Micros } from '@/lib/time';

/**
 * Why a host gave no facts. `missing`: it says that there is no such thing, which must be confirmed over days before it counts. `limited`:
 * its quota is used up. `unavailable`: it can't be reached or has an error of its own. `invalid`: its answer is not what it documents.
 * `refused`: the address may not be requested.
 */
export type HostErrorKind = 'missing' | 'limited' | 'unavailable' | 'invalid' | 'refused';

/** A host gave no facts. The message says what it returned, in a sentence without the final stop. */
export class HostError extends Error {
  override name = 'HostError';
  readonly kind: HostErrorKind;
  /** When to ask again, if the host says so. */
  readonly retryAt: Micros | undefined;

  constructor(kind: HostErrorKind, message: string, retryAt?: Micros) {
    super(message);
    this.kind = kind;
    this.retryAt = retryAt;
  }
}
