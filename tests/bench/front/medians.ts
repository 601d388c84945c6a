import { quantile } from '../measure';
import type { Round, Side } from './measure-sides';

/** The median of each figure over all rounds. */
export function medianRound({ rounds }: Side): Round {
  const median = (figure: (round: Round) => number) =>
    quantile(
      rounds.map(figure).sort((a, b) => a - b),
      0.5,
    );
  return {
    perSecond: median((it) => it.perSecond),
    p50: median((it) => it.p50),
    p99: median((it) => it.p99),
    processor: median((it) => it.processor),
    bytes: median((it) => it.bytes),
    generator: median((it) => it.generator),
  };
}
