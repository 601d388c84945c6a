import type { Round, Side } from './measure-sides';
import { medianRound } from './medians';
import type { ServerName } from './servers';

/** What one server must reach beside another, as a share of its requests a second. */
interface RatioBound {
  of: ServerName;
  to: ServerName;
  least: number;
  /** The pages it holds for; all where they are not named. */
  pages?: string[];
}

/** The pages that most readers and programs ask for. */
const common = ['package', 'grid, typical', 'API packages', 'API package'];

const ratioBounds: RatioBound[] = [
  { of: 'hit', to: 'same bytes', least: 0.5, pages: common },
  { of: 'miss', to: 'next start', least: 0.9 },
];

/** Ratios that are worth knowing, without a bound. */
const ratios: Omit<RatioBound, 'least'>[] = [
  { of: 'hit', to: 'next start' },
  { of: 'miss', to: 'same SQL' },
];

/** In milliseconds, of hits of the common pages. */
const MOST_P99 = 5;

/** Says of each bound whether it is met, and whether all are; `tails` are the p99 by wrk. */
export function judge(sides: Side[], tails: Map<string, number>): boolean {
  const names = [...new Set(sides.map(({ page }) => page.name))];
  const verdicts = names.map((name) => judgePage(name, sides, tails.get(name)));
  return verdicts.every(Boolean);
}

function judgePage(name: string, sides: Side[], tail: number | undefined): boolean {
  const of = (server: ServerName) => {
    const side = sides.find((it) => it.page.name === name && it.server === server);
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
  return met.every(Boolean) && judgeTail(name, of('hit').p99, tail);
}

function judgeTail(name: string, p99: number, tail: number | undefined): boolean {
  const byWrk = tail === undefined ? '' : ` (by wrk ${tail.toFixed(2)})`;
  const text = `hit p99 ${p99.toFixed(2)} ms${byWrk}`;
  if (!common.includes(name)) return say(text);
  return say(`${text}, bound ${MOST_P99} ms`, (tail ?? p99) < MOST_P99);
}

/** Requests a second, and what a core could do if the generator were no limit. */
const byRate = (one: Round, other: Round) => one.perSecond / other.perSecond;
const byProcessor = (one: Round, other: Round) => other.processor / one.processor;

function times(one: Round, other: Round): string {
  return `${byRate(one, other).toFixed(2)} (by processor time ${byProcessor(one, other).toFixed(2)})`;
}

/** A generator that takes so much of a core may be the limit. */
const BUSY = 0.5;

/** In both ways of counting where the generator may be the limit, so that it can't make a slow server look as quick as a quick one. */
function isAtLeast(one: Round, other: Round, least: number): boolean {
  const isLimited = Math.max(one.generator, other.generator) > BUSY;
  const processor = byProcessor(one, other);
  return byRate(one, other) >= least && !(isLimited && processor < least);
}

function say(what: string, isMet?: boolean): boolean {
  console.log(`  ${what}${isMet === undefined ? '' : isMet ? ': met' : ': missed'}`);
  return isMet ?? true;
}
