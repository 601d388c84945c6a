import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '@/server/cli/command-error';
import { processorMilliseconds, residentBytes } from '@/tests/tools/processes';
import type { Page } from '../pages';
import type { Running } from '../server';
import { askFound } from './answer';
import { startLoad, type Load, type LoadOrder, type LoadReport } from './load';
import type { SideOptions } from './options';
import { serverNames, type ServerName, type Servers } from './servers';

/**
 * Seconds of warm-up for each server and page: servers that render pages respond some dozens of times a second, and need some hundreds
 * of requests until their code is compiled.
 */
const WARM_UP = 2;
const RENDERING_WARM_UP = 10;
const rendering: ServerName[] = ['miss', 'next start'];

/** How long a server must be idle, in milliseconds, and how long to wait for that, in seconds. */
const REST = 100;
const MOST_REST = 10;

export interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor time of the server per request, in milliseconds. */
  processor: number;
  /** Memory of the server after the round. */
  bytes: number;
  /** Share of one core used by the generator. */
  generator: number;
}

export interface Side {
  page: Page;
  server: ServerName;
  /** Size of headers and body of a response. */
  wireBytes: number;
  /** Requests per round, all of which are answered: aborted ones cost some servers more than others. */
  amount: number;
  rounds: Round[];
}

/** Loads the servers one after another, page by page, in rounds. */
export async function measureSides(
  pages: Page[],
  servers: Servers,
  options: SideOptions,
): Promise<Side[]> {
  const load = startLoad();
  try {
    const sides = await listSides(pages, servers);
    for (const side of sides) side.amount = await warmUp(side, servers, options, load);
    for (let round = 0; round < options.rounds; round++) {
      for (const side of sides) {
        side.rounds.push(await measure(side, servers, options, load));
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
      sides.push({ page, server, wireBytes, amount: 0, rounds: [] });
    }
  }
  return sides;
}

/** Estimates the number of requests for the seconds of a round. */
async function warmUp(
  side: Side,
  servers: Servers,
  { connections, seconds }: SideOptions,
  load: Load,
): Promise<number> {
  const long = rendering.includes(side.server) ? RENDERING_WARM_UP : WARM_UP;
  const report = await loadSide(side, servers, load, { connections, seconds: long });
  await untilIdle(servers[side.server].processId);
  const perConnection = (report.requests / report.seconds) * (seconds / connections);
  return Math.max(1, Math.round(perConnection)) * connections;
}

async function measure(
  side: Side,
  servers: Servers,
  { connections }: SideOptions,
  load: Load,
): Promise<Round> {
  const server = servers[side.server];
  const begin = processorMilliseconds(server.processId);
  const report = await loadSide(side, servers, load, { connections, amount: side.amount });
  const processor = (await untilIdle(server.processId)) - begin;
  return roundOf(report, processor, server);
}

async function loadSide(
  { page, server }: Side,
  servers: Servers,
  load: Load,
  how: Pick<LoadOrder, 'connections' | 'seconds' | 'amount'>,
): Promise<LoadReport> {
  const isApart = server === 'miss';
  const report = await load.run({
    ...{ port: servers[server].port, paths: page.paths, isApart },
    ...how,
  });
  if (report.failures === 0) return report;
  throw new CommandError(`${report.failures} requests for ${page.name} failed on ${server}.`);
}

/** Processor time of a server after it has become idle, so that it doesn't disturb the next one. */
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
    processor: processor / report.requests,
    bytes: residentBytes(processId),
    generator: report.busy,
  };
}
