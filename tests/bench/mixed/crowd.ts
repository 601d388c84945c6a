import type { freshness } from '../traffic/freshness';
import { openReader, type Reader } from '../traffic/reader';
import { tally } from '../traffic/tally';

const headers = { 'Accept-Encoding': 'gzip' };

/** What comes of requests: their milliseconds, what went wrong, and what the front says of its cache. */
const counting = () => ({ times: new Array<number>(), failures: tally(), cache: tally() });

interface CrowdOptions {
  port: number;
  connections: number;
  pick: () => string;
  fresh: ReturnType<typeof freshness>;
}

/** Readers who ask for one address after another, and check each answer, until they are told to stop. */
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

  /** What was counted since the last time. */
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
