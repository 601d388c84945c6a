import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../measure';
import { seeded } from '../random';
import { freshness } from '../traffic/freshness';
import { chooseTargets } from '../traffic/targets';
import { startWriter } from '../traffic/writer';
import { zipf } from '../traffic/zipf';
import { startCrowd } from './crowd';
import { mixedOrder, type MixedOrder, type MixedReport } from './messages';

/** Runs in a separate process: requests URLs of a site by popularity, while another process changes records. */

type Crowd = ReturnType<typeof startCrowd>;

async function run(order: MixedOrder): Promise<MixedReport> {
  const { ranked, pick } = zipf(order.addresses, seeded(order.seed));
  const fresh = freshness();
  const { port, connections, databasePath, secondsPerWrite } = order;
  const writer = startWriter(databasePath, chooseTargets(ranked), secondsPerWrite, fresh.note);
  const crowd = startCrowd({ port, connections, pick, fresh });
  const measured = await measure(crowd, order);
  await crowd.stop();
  await writer.end();
  return { ...measured, ...fresh.counts, stale: fresh.stale };
}

async function measure(crowd: Crowd, { warmUp, seconds }: MixedOrder) {
  await sleep(warmUp * 1000);
  const warm = crowd.take();
  const begin = { time: performance.now(), processor: process.cpuUsage() };
  await sleep(seconds * 1000);
  const took = (performance.now() - begin.time) / 1000;
  const { user, system } = process.cpuUsage(begin.processor);
  const counted = crowd.take();
  const times = counted.times.sort((a, b) => a - b);
  return {
    requests: times.length,
    seconds: took,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    failures: { ...warm.failures.counts(), ...counted.failures.counts() },
    cache: counted.cache.counts(),
    busy: (user + system) / 1e6 / took,
  };
}

process.once('message', (message) => {
  void run(mixedOrder.parse(message)).then((report) => {
    process.send?.(report, () => {
      process.disconnect();
    });
  });
});
