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
 * How long each server is under load for each page before the rounds that count, in seconds: what draws pages answers some dozens a
 * second, and needs some hundreds until its code is compiled.
 */
const WARM_UP = 2;
const WARM_UP_OF_DRAWING = 10;
const drawing: ServerName[] = ['miss', 'next start'];

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
  /** Requests of a round, all of which are answered: what is cut off at an end costs some servers more than others. */
  amount: number;
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

/** Gives the number of requests that it takes for about as many seconds as a round shall have. */
async function warmUp(
  side: Side,
  servers: Servers,
  { connections, seconds }: SideOptions,
  load: Load,
): Promise<number> {
  const long = drawing.includes(side.server) ? WARM_UP_OF_DRAWING : WARM_UP;
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
    processor: processor / report.requests,
    bytes: residentBytes(processId),
    generator: report.busy,
  };
}
