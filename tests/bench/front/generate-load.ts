import autocannon from 'autocannon';
import { quantile } from '../measure';
import { loadOrder, type LoadOrder, type LoadReport } from './load';

/** A process of its own: asks a server as often as it can over some connections, for each order that comes. */

/** autocannon itself counts in whole milliseconds. */
async function run({ port, paths, connections, seconds }: LoadOrder): Promise<LoadReport> {
  const times: number[] = [];
  let failures = 0;
  const begin = process.cpuUsage();
  const { errors, timeouts, duration } = await autocannon({
    url: `http://127.0.0.1:${port}`,
    requests: paths.map((path) => ({ path })),
    headers: { 'Accept-Encoding': 'gzip' },
    connections,
    duration: seconds,
    setupClient: (client) => {
      client.on('response', (status, _bytes, time) => {
        times.push(time);
        if (status !== 200) failures++;
      });
    },
  });
  const { user, system } = process.cpuUsage(begin);
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    seconds: duration,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    failures: failures + errors + timeouts,
    busy: (user + system) / 1e6 / duration,
  };
}

process.on('message', (message) => {
  void run(loadOrder.parse(message)).then((report) => process.send?.(report));
});
