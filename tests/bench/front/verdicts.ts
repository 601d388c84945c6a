import type { Round, Side } from './measure-sides';
import { medianRound } from './medians';
import type { ServerName } from './servers';

/** Minimum throughput of one server relative to another. */
interface RatioBound {
  of: ServerName;
  to: ServerName;
  least: number;
  /** The pages it applies to; all by default. */
  pages?: string[];
}

const ratioBounds: RatioBound[] = [
  {
    of: 'hit',
    to: 'same bytes',
    least: 0.5,
    pages: ['package', 'grid, typical', 'API packages', 'API package'],
  },
  { of: 'miss', to: 'next start', least: 0.9 },
];

/** Informative ratios without a bound. */
const ratios: Omit<RatioBound, 'least'>[] = [
  { of: 'hit', to: 'next start' },
  { of: 'miss', to: 'same SQL' },
];

const MOST_P99 = 5;

/** Reports for each bound whether it is met, and returns whether all are; `tails` are the p99 by wrk. */
export function judge(sides: Side[], tails: Map<string, number>): boolean {
  const names = [...new Set(sides.map(({ page }) => page.name))];
  const verdicts = names.map((name) => judgePage(name, sides, tails.get(name)));
  return verdicts.every(Boolean);
}

function judgePage(name: string, sides: Side[], tail: number | undefined): boolean {
  const of = (server: ServerName) => {
    const side = sides.find((side) => side.page.name === name && side.server === server);
    if (side === undefined) throw new Error(`${server} was not measured.`);
    return medianRound(side);
  };
  console.log(`\n${name}`);
  for (const { of: one, to } of ratios) say(`${one} ${times(of(one), of(to))} of ${to}`);
  const met = ratioBounds.map(({ of: one, to, least, pages = [name] }) => {
    const ratio = `${one} ${times(of(one), of(to))} of ${to}`;
    if (!pages.includes(name)) return say(ratio);
    return say(`${ratio}, bound ${least}`, isAtLeast(of(one), of(to), least));
  });
  met.push(judgeTail(of('hit').p99, tail));
  return met.every(Boolean);
}

function judgeTail(p99: number, tail: number | undefined): boolean {
  const byWrk = tail === undefined ? '' : ` (by wrk ${tail.toFixed(2)})`;
  const text = `hit p99 ${p99.toFixed(2)} ms${byWrk}, bound ${MOST_P99} ms`;
  return say(text, (tail ?? p99) < MOST_P99);
}

/** Requests per second, and what a core could do without the limit of the generator. */
const byRate = (one: Round, other: Round) => one.perSecond / other.perSecond;
const byProcessor = (one: Round, other: Round) => other.processor / one.processor;

function times(one: Round, other: Round): string {
  return `${byRate(one, other).toFixed(2)} (by processor time ${byProcessor(one, other).toFixed(2)})`;
}

/** Counted both ways, so that a saturated generator can't hide a slow server. */
function isAtLeast(one: Round, other: Round, least: number): boolean {
  const processor = byProcessor(one, other);
  return byRate(one, other) >= least && (Number.isNaN(processor) || processor >= least);
}

function say(what: string, isMet?: boolean): boolean {
  console.log(`  ${what}${isMet === undefined ? '' : isMet ? ': met' : ': missed'}`);
  return isMet ?? true;
}
