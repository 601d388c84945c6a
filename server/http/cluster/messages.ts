import { z } from 'zod';
import { given, wanted } from '../peers/messages';

/** Number of requests per client. */
const counts = z.array(z.tuple([z.string(), z.number()]));

/** A process's counts for one of the rate limits since its last message. */
const counted = z.object({ kind: z.literal('counted'), limit: z.string(), counts });

/** A worker's figures about itself. */
const workerFigures = z.object({
  pid: z.number(),
  uptime_seconds: z.number(),
  rss_bytes: z.number(),
  heap_bytes: z.number(),
  requests: z.number(),
  in_flight: z.number(),
  /** Whether it can render pages. */
  pages: z.enum(['ok', 'failing', 'unknown']),
  cache: z.record(z.string(), z.number()),
  /** The route of the last page whose scripts could not be removed. */
  unstripped_route: z.string().nullable(),
});

/** Figures of all processes; just the PID of a worker that does not reply. */
const siteFigures = z.object({
  uptime_seconds: z.number(),
  restarts: z.number(),
  primary: z.object({ pid: z.number(), rss_bytes: z.number() }),
  workers: z.array(z.union([workerFigures, z.object({ pid: z.number() })])),
});

/** Requests a response from worker `to`; `id` is a number chosen by worker `from`. */
const asksFor = z.object({
  kind: z.literal('wanted'),
  ...{ to: z.number(), from: z.number(), id: z.number() },
  wanted,
});

/** The reply to it. */
const gives = z.object({ kind: z.literal('given'), to: z.number(), id: z.number(), given });

const messageToPrimary = z.discriminatedUnion('kind', [
  counted,
  asksFor,
  gives,
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('figures'), figures: workerFigures }),
]);

const messageToWorker = z.discriminatedUnion('kind', [
  counted,
  asksFor,
  gives,
  /** The workers that listen, sent whenever they change. */
  z.object({ kind: z.literal('workers'), ids: z.array(z.number()) }),
  z.object({ kind: z.literal('report') }),
  z.object({ kind: z.literal('site'), figures: siteFigures }),
  z.object({ kind: z.literal('stop') }),
]);

export type Counts = z.infer<typeof counts>;
export type WorkerFigures = z.infer<typeof workerFigures>;
export type SiteFigures = z.infer<typeof siteFigures>;
export type MessageToPrimary = z.infer<typeof messageToPrimary>;
export type MessageToWorker = z.infer<typeof messageToWorker>;

export const readMessageToPrimary = (message: unknown) => messageToPrimary.parse(message);
export const readMessageToWorker = (message: unknown) => messageToWorker.parse(message);
