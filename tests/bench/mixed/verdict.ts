import type { Mixed } from './bench-mixed';

/** How much more the front must answer than plain Next. */
const LEAST_RATIO = 10;

/** So many of what went wrong are named. */
const NAMED = 5;

const perSecond = ({ requests, seconds }: Mixed) => requests / seconds;

/** The figures of a site in words. */
export function describe(name: string, it: Mixed): string {
  const shares = Object.entries(it.cache).map(
    ([word, count]) => `${word} ${((100 * count) / it.requests).toFixed(2)} %`,
  );
  const lines = [
    `${name}: ${perSecond(it).toFixed(0)} requests/s, p50 ${it.p50.toFixed(2)} ms, p99 ${it.p99.toFixed(2)} ms, ${(it.memory / 1024 ** 2).toFixed(0)} MB at most`,
    `  the readers took ${(it.busy * 100).toFixed(0)} % of a core; X-Cache: ${shares.join(', ')}`,
    `  ${it.writes} changes; ${it.stamped} answers checked by their stamp, ${it.texts} by their text; ${it.stale.length} stale`,
    ...it.stale.slice(0, NAMED).map((stale) => `    ${stale}`),
    ...Object.entries(it.failures)
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
    [`front ${ratio.toFixed(1)} times next start, bound ${LEAST_RATIO}`, ratio >= LEAST_RATIO],
    ['no failed request', failures.length === 0],
    ['no stale answer of the front', front.stale.length === 0],
    ['no stale answer of next start', plain.stale.length === 0],
    ['every answer of the front stamped', front.stamped >= front.requests],
    ['changed pages read', front.texts > 0 && plain.texts > 0],
  ];
}
