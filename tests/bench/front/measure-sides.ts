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
    for (const side of sides) await measure(side, servers, { ...options, seconds: WARM_UP }, load);
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
  const report = await load.run({ port, paths: page.paths, connections, seconds });
  const processor = processorMilliseconds(processId) - begin;
  if (report.failures === 0) return roundOf(report, processor, servers[server]);
  throw new CommandError(`${report.failures} requests for ${page.name} failed on ${server}.`);
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
