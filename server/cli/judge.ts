import { judgeAgain } from '@/db/writes/health';
import { now } from '@/lib/time';
import { countOf, formatCount } from '@/lib/text/wording';
import { secondsSince } from './seconds';
import { upgradeDatabase } from './upgrade';

/** Recomputes health and trend scores older than a day; can run beside a running site. */
export function runJudge(): number {
  upgradeDatabase();
  const begin = performance.now();
  const { judged, changed } = judgeAgain(now());
  console.log(
    `Recomputed the scores of ${countOf(judged, 'package')}, ${formatCount(changed)} changed, in ${secondsSince(begin)}`,
  );
  return 0;
}
