import type { Mixed } from './bench-mixed';

/** Minimum throughput relative to plain Next. */
const LEAST_RATIO = 10;

/** Maximum number of failures listed. */
const NAMED = 5;

const perSecond = ({ requests, seconds }: Mixed) => requests / seconds;

/** Describes the figures of a site. */
export function describe(name: string, site: Mixed): string {
  const shares = Object.entries(site.cache).map(
    ([word, count]) => `${word} ${((100 * count) / site.requests).toFixed(2)} %`,
  );
  const lines = [
    `${name}: ${perSecond(site).toFixed(0)} requests/s, p50 ${site.p50.toFixed(2)} ms, p99 ${site.p99.toFixed(2)} ms, ${(site.memory / 1024 ** 2).toFixed(0)} MB peak`,
    `  clients used ${(site.busy * 100).toFixed(0)} % of a core; X-Cache: ${shares.join(', ')}`,
    `  ${site.writes} changes; ${site.stamped} responses checked by stamp, ${site.texts} by text; ${site.stale.length} stale`,
    ...site.stale.slice(0, NAMED).map((stale) => `    ${stale}`),
    ...Object.entries(site.failures)
      .slice(0, NAMED)
      .map(([failure, count]) => `    failed ${count} times: ${failure}`),
  ];
  return lines.join('\n');
}

/** The bounds of the mixed run, and whether each is met. */
export function verdictsOf(front: Mixed, plain: Mixed): [string, boolean][] {
  const ratio = perSecond(front) / perSecond(plain);
  const failures = [front, plain].flatMap((it) => Object.keys(it.failures));
  return [
    [`server ${ratio.toFixed(1)} times next start, bound ${LEAST_RATIO}`, ratio >= LEAST_RATIO],
    ['no failed request', failures.length === 0],
    ['no stale response of the server', front.stale.length === 0],
    ['no stale response of next start', plain.stale.length === 0],
    ['every response of the server stamped', front.stamped >= front.requests],
    ['changed pages checked', front.texts > 0 && plain.texts > 0],
  ];
}
