import autocannon, { type Request } from 'autocannon';
import { quantile } from '../measure';
import { HOST } from './answer';
import { loadOrder, type LoadOrder, type LoadReport } from './load';

/** Runs in a separate process: loads a server over some connections for each message it gets. */

/** autocannon itself measures whole milliseconds, and checks once a second whether it is done. */
async function run(order: LoadOrder): Promise<LoadReport> {
  const times: number[] = [];
  let [failures, clients] = [0, 0];
  const begin = { time: performance.now(), processor: process.cpuUsage() };
  let last = begin.time;
  const { errors, timeouts } = await autocannon({
    url: `http://127.0.0.1:${order.port}`,
    connections: order.connections,
    ...(order.amount === undefined ? { duration: order.seconds ?? 1 } : { amount: order.amount }),
    setupClient: (client) => {
      client.setRequests(requestsOf(order, clients++));
      client.on('response', (status, _bytes, time) => {
        times.push(time);
        last = performance.now();
        if (status !== 200) failures++;
      });
    },
  });
  const { user, system } = process.cpuUsage(begin.processor);
  const seconds = (last - begin.time) / 1000;
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    failures: failures + errors + timeouts,
    busy: (user + system) / 1e6 / seconds,
  };
}

function requestsOf({ paths, isApart }: LoadOrder, client: number): Request[] {
  const host = isApart ? `client-${client}.localhost` : HOST;
  return paths.map((path) => ({ path, headers: { 'Accept-Encoding': 'gzip', Host: host } }));
}

process.on('message', (message) => {
  void run(loadOrder.parse(message)).then((report) => process.send?.(report));
});
