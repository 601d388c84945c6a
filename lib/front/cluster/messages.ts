import { z } from 'zod';
import { given, wanted } from '../peers/messages';

/** How many requests each client has made. */
const counts = z.array(z.tuple([z.string(), z.number()]));

/** What a process counted for one of the limits of requests since it last said so. */
const counted = z.object({ kind: z.literal('counted'), limit: z.string(), counts });

/** What a worker knows of itself. */
const workerFigures = z.object({
  pid: z.number(),
  uptime_seconds: z.number(),
  rss_bytes: z.number(),
  heap_bytes: z.number(),
  requests: z.number(),
  in_flight: z.number(),
  cache: z.record(z.string(), z.number()),
});

/** What is known of all processes; of a worker that does not answer only its number. */
const siteFigures = z.object({
  uptime_seconds: z.number(),
  restarts: z.number(),
  primary: z.object({ pid: z.number(), rss_bytes: z.number() }),
  workers: z.array(z.union([workerFigures, z.object({ pid: z.number() })])),
});

/** An answer that the worker `to` is asked for, under a number of the asking one's. */
const asksFor = z.object({
  kind: z.literal('wanted'),
  ...{ to: z.number(), from: z.number(), id: z.number() },
  wanted,
});

/** What it gives for that. */
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
  /** Those that listen, told whenever they change. */
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
