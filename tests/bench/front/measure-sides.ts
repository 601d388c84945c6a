import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '@/lib/cli/command-error';
import { processorMilliseconds, residentBytes } from '@/tests/tools/processes';
import type { Page } from '../pages';
import type { Running } from '../server';
import { askFound } from './answer';
import { startLoad, type Load, type LoadReport } from './load';
import type { SideOptions } from './options';
import { serverNames, type ServerName, type Servers } from './servers';

/** How long each server is under load for each page before the rounds that count, in seconds. */
const WARM_UP = 2;

/** How long a server must have done nothing, in milliseconds, and how long to wait for that, in seconds. */
const REST = 100;
const MOST_REST = 10;

export interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  /** The time of a core that the server took for a request, in milliseconds. */
  processor: number;
  /** What the server holds in memory after the round. */
  bytes: number;
  /** The share of one core that the generator took. */
  generator: number;
}

export interface Side {
  page: Page;
  server: ServerName;
  /** Head and body of an answer. */
  wireBytes: number;
  rounds: Round[];
}

/** Loads one server after another, page for page, in rounds over all of them. */
export async function measureSides(
  pages: Page[],
  servers: Servers,
  options: SideOptions,
): Promise<Side[]> {
  const load = startLoad();
  try {
    const sides = await listSides(pages, servers);
    const warmUp = { ...options, seconds: WARM_UP };
    for (const side of sides) await measure(side, servers, warmUp, load);
    for (let round = 0; round < options.rounds; round++) {
      for (const side of sides) {
        const measured = await measure(side, servers, options, load);
        if (measured.perSecond > 0) side.rounds.push(measured);
        else
          throw new CommandError(
            `${side.server} answered no ${side.page.name}: use more --seconds.`,
          );
      }
    }
    return sides;
  } finally {
    load.end();
  }
}

async function listSides(pages: Page[], servers: Servers): Promise<Side[]> {
  const sides: Side[] = [];
  for (const page of pages) {
    for (const server of serverNames) {
      const { wireBytes } = await askFound(servers[server].port, page.paths[0] ?? '');
      sides.push({ page, server, wireBytes, rounds: [] });
    }
  }
  return sides;
}

async function measure(
  { page, server }: Side,
  servers: Servers,
  { connections, seconds }: SideOptions,
  load: Load,
): Promise<Round> {
  const { port, processId } = servers[server];
  const begin = processorMilliseconds(processId);
  const isApart = server === 'miss';
  const report = await load.run({ port, paths: page.paths, connections, seconds, isApart });
  const processor = (await untilIdle(processId)) - begin;
  if (report.failures === 0) return roundOf(report, processor, servers[server]);
  throw new CommandError(`${report.failures} requests for ${page.name} failed on ${server}.`);
}

/** The processor's time of a server once it has done what was under way, which would else disturb the next one. */
async function untilIdle(processId: number): Promise<number> {
  const deadline = performance.now() + MOST_REST * 1000;
  let [before, now] = [Number.NaN, processorMilliseconds(processId)];
  while (now !== before && performance.now() < deadline) {
    await sleep(REST);
    [before, now] = [now, processorMilliseconds(processId)];
  }
  return now;
}

function roundOf(report: LoadReport, processor: number, { processId }: Running): Round {
  return {
    perSecond: report.requests / report.seconds,
    p50: report.p50,
    p99: report.p99,
    // What is under way at the end costs its time too.
    processor: processor / report.begun,
    bytes: residentBytes(processId),
    generator: report.busy,
  };
}
