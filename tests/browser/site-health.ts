import { expect } from '@playwright/test';
import { z } from 'zod';
import { ask } from './contract/ask';

const worker = z.object({
  pid: z.number(),
  rss_bytes: z.number(),
  heap_bytes: z.number(),
  requests: z.number(),
  in_flight: z.number(),
});

/** A process that has just ended briefly has only its number. */
const listOf = <Figures extends z.ZodType>(figures: Figures) =>
  z
    .array(z.union([figures, z.object({ pid: z.number() }).transform(() => undefined)]))
    .transform((all) => all.filter((it) => it !== undefined));

const origin = z.object({ pid: z.number(), renders: z.record(z.string(), z.number()) });

const figures = z.object({
  status: z.string(),
  uptime_seconds: z.number(),
  restarts: z.number(),
  database: z
    .object({
      file: z.string(),
      bytes: z.number(),
      data_version: z.number(),
      user_version: z.number(),
      last_write: z.iso.datetime(),
    })
    .nullable(),
  cache: z.record(z.string(), z.number()),
  renders: z.record(z.string(), z.number()),
  primary: z.object({ pid: z.number(), rss_bytes: z.number() }),
  workers: listOf(worker),
  origins: listOf(origin),
});

/** The JSON of `/health/`. */
export async function askHealth(port: number) {
  const { status, text } = await ask(port, { method: 'GET', path: '/health/?format=json' });
  return { code: status, ...figures.parse(JSON.parse(text)) };
}

/** The status of a response; undefined if there is none. */
export const statusOf = (port: number, path: string) =>
  ask(port, { method: 'GET', path }).then(
    ({ status }) => status,
    () => undefined,
  );

/** Waits until both workers respond. */
export const untilBoth = (port: number) =>
  expect.poll(async () => (await askHealth(port)).workers.length).toBe(2);

/** Kills a worker, and waits until the primary has noticed. */
export async function killWorker(port: number, processId: number | undefined) {
  if (processId === undefined) throw new Error('There is no worker to kill.');
  process.kill(processId, 'SIGKILL');
  const listed = async () => (await askHealth(port)).workers.map(({ pid }) => pid);
  // It may already have been replaced.
  await expect.poll(listed).not.toContain(processId);
}
