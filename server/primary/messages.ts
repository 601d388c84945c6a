import { z } from 'zod';

/** Number of requests per client. */
const counts = z.array(z.tuple([z.string(), z.number()]));

/** A process's counts for one of the rate limits since its last message. */
const counted = z.object({ kind: z.literal('counted'), limit: z.string(), counts });

/** The figures that every process reports. */
const processFigures = z.object({
  pid: z.number(),
  uptime_seconds: z.number(),
  rss_bytes: z.number(),
  heap_bytes: z.number(),
});

/** A worker's figures about itself. */
const workerFigures = processFigures.extend({
  requests: z.number(),
  in_flight: z.number(),
  /** Whether pages can be rendered. */
  pages: z.enum(['ok', 'failing', 'unknown']),
  cache: z.record(z.string(), z.number()),
});

/** An origin's figures about itself. */
const originFigures = processFigures.extend({
  renders: z.record(z.string(), z.number()),
  /** The route of the last page whose scripts could not be removed. */
  unstripped_route: z.string().nullable(),
});

const pidOnly = z.object({ pid: z.number() });

/** Figures of all processes; just the PID of one that does not reply. */
const siteFigures = z.object({
  uptime_seconds: z.number(),
  restarts: z.number(),
  primary: z.object({ pid: z.number(), rss_bytes: z.number() }),
  workers: z.array(z.union([workerFigures, pidOnly])),
  origins: z.array(z.union([originFigures, pidOnly])),
});

const messageToPrimary = z.discriminatedUnion('kind', [
  /** It can handle requests. */
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('alive') }),
  counted,
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('figures'), figures: z.union([workerFigures, originFigures]) }),
]);

const report = z.object({ kind: z.literal('report') });
const stop = z.object({ kind: z.literal('stop') });
const site = z.object({ kind: z.literal('site'), figures: siteFigures });

const messageToOrigin = z.discriminatedUnion('kind', [report, stop]);
const messageToWorker = z.discriminatedUnion('kind', [counted, report, site, stop]);

export type Counts = z.infer<typeof counts>;
export type WorkerFigures = z.infer<typeof workerFigures>;
export type OriginFigures = z.infer<typeof originFigures>;
export type SiteFigures = z.infer<typeof siteFigures>;
export type MessageToPrimary = z.infer<typeof messageToPrimary>;
export type MessageToOrigin = z.infer<typeof messageToOrigin>;
export type MessageToWorker = z.infer<typeof messageToWorker>;

export const readMessageToPrimary = (message: unknown) => messageToPrimary.parse(message);
export const readMessageToWorker = (message: unknown) => messageToWorker.parse(message);
export const readMessageToOrigin = (message: unknown) => messageToOrigin.parse(message);
