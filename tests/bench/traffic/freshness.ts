import { newestMark } from './marks';
import { textOf, type Reply } from './reader';
import { pathsOf } from './targets';
import type { Write } from './writer';

/** What a request that starts now may expect of its response. */
export interface Expectation {
  /** The version of the last reported change. */
  version: number;
  /** The version of the last change of this page; undefined if there was none. */
  mark: number | undefined;
}

/** Checks the text of one in a number of responses of changed pages. */
const READ_EVERY = 2;

/** Tracks changes, and checks responses against them. */
export function freshness() {
  let version = 0;
  const marks = new Map<string, number>();
  const stale: string[] = [];
  const counts = { writes: 0, stamped: 0, changed: 0, texts: 0 };

  const note = (write: Write) => {
    version = write.version;
    counts.writes++;
    for (const path of pathsOf(write.target)) marks.set(path, write.version);
  };
  const expect = (path: string): Expectation => ({ version, mark: marks.get(path) });

  const judgeStamp = (path: string, expected: Expectation, stamp: string) => {
    counts.stamped++;
    if (Number(stamp) < expected.version) stale.push(`${path}: ${stamp} < ${expected.version}`);
  };
  const judgeText = (path: string, mark: number, reply: Reply) => {
    if (counts.changed++ % READ_EVERY !== 0) return;
    counts.texts++;
    const found = newestMark(textOf(reply)) ?? 0;
    if (found < mark) stale.push(`${path}: it shows change ${found}, and ${mark} was written`);
  };
  const judge = (path: string, expected: Expectation, reply: Reply) => {
    const stamp = reply.headers['x-catalogue-version'];
    if (stamp !== undefined) judgeStamp(path, expected, String(stamp));
    if (expected.mark !== undefined) judgeText(path, expected.mark, reply);
  };
  return { note, expect, judge, stale, counts };
}
