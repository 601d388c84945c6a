import { z } from 'zod';

/** A message to the clients of the mixed run. */
export const mixedOrder = z.object({
  port: z.int(),
  databasePath: z.string(),
  addresses: z.array(z.string()),
  seed: z.int(),
  connections: z.int(),
  /** Seconds of warm-up, and of measurement. */
  warmUp: z.number(),
  seconds: z.number(),
  secondsPerWrite: z.number(),
});

export const mixedReport = z.object({
  requests: z.int(),
  seconds: z.number(),
  /** Response times in milliseconds. */
  p50: z.number(),
  p99: z.number(),
  /** Counts of statuses other than 200, and of requests without a response. */
  failures: z.record(z.string(), z.int()),
  /** Responses older than the last change reported before their request began. */
  stale: z.array(z.string()),
  /** Responses checked by version stamp, and by text. */
  stamped: z.int(),
  texts: z.int(),
  writes: z.int(),
  /** Counts by X-Cache. */
  cache: z.record(z.string(), z.int()),
  /** Share of one core used by the clients. */
  busy: z.number(),
});

export type MixedOrder = z.infer<typeof mixedOrder>;
export type MixedReport = z.infer<typeof mixedReport>;
