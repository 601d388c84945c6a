import type { freshness } from '../traffic/freshness';
import { openReader, type Reader } from '../traffic/reader';
import { tally } from '../traffic/tally';

const headers = { 'Accept-Encoding': 'gzip' };

/** Results of requests: response times, failures, and X-Cache. */
const counting = () => ({ times: new Array<number>(), failures: tally(), cache: tally() });

interface CrowdOptions {
  port: number;
  connections: number;
  pick: () => string;
  fresh: ReturnType<typeof freshness>;
}

/** Clients that request one URL after another, and check each response, until stopped. */
export function startCrowd({ port, connections, pick, fresh }: CrowdOptions) {
  let [counts, isOver] = [counting(), false];

  const ask = async (reader: Reader) => {
    const path = pick();
    const begin = performance.now();
    const expected = fresh.expect(path);
    const reply = await reader.ask(path, headers);
    counts.times.push(performance.now() - begin);
    counts.cache.add(String(reply.headers['x-cache']));
    if (reply.status === 200) fresh.judge(path, expected, reply);
    else counts.failures.add(`${reply.status} ${path}`);
  };
  const work = async (reader: Reader) => {
    while (!isOver) {
      await ask(reader).catch((error: unknown) => counts.failures.add(String(error)));
    }
    await reader.close();
  };
  const working = Array.from({ length: connections }, () => work(openReader(port)));

  /** The counts since the last call. */
  const take = () => {
    const taken = counts;
    counts = counting();
    return taken;
  };
  const stop = async () => {
    isOver = true;
    await Promise.all(working);
  };
  return { take, stop };
}
