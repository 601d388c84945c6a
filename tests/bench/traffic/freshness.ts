import { newestMark } from './marks';
import { textOf, type Reply } from './reader';
import { pathsOf } from './targets';
import type { Write } from './writer';

/** What a request that begins now may expect of its answer. */
export interface Expectation {
  /** The version of the last change that was told. */
  version: number;
  /** The version of the last change of this very page; undefined where there was none. */
  mark: number | undefined;
}

/** Reads the text of one in so many answers of pages that were changed. */
const READ_EVERY = 2;

/** Knows what was written, and judges what comes of it. */
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
