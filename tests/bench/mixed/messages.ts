import { z } from 'zod';

/** What the readers of the mixed run are told to do. */
export const mixedOrder = z.object({
  port: z.int(),
  databasePath: z.string(),
  addresses: z.array(z.string()),
  seed: z.int(),
  connections: z.int(),
  /** Seconds before those that count, and those that do. */
  warmUp: z.number(),
  seconds: z.number(),
  secondsPerWrite: z.number(),
});

export const mixedReport = z.object({
  requests: z.int(),
  seconds: z.number(),
  /** Of the time that an answer takes, in milliseconds. */
  p50: z.number(),
  p99: z.number(),
  /** Other statuses than 200, and requests without an answer: how often each came. */
  failures: z.record(z.string(), z.int()),
  /** Answers that are older than the last change which was told before their request began. */
  stale: z.array(z.string()),
  /** Answers that were checked by their version stamp, and those whose text was read. */
  stamped: z.int(),
  texts: z.int(),
  writes: z.int(),
  /** How many answers said which of the front's cache. */
  cache: z.record(z.string(), z.int()),
  /** The share of one core that the readers took. */
  busy: z.number(),
});

export type MixedOrder = z.infer<typeof mixedOrder>;
export type MixedReport = z.infer<typeof mixedReport>;
