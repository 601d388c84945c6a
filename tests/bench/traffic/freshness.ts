import { newestMark } from './marks';
import { textOf, type Reply } from './reader';
import { pathsOf } from './targets';
import type { Write } from './writer';

/** What a request that starts now may expect of its response. */
export interface Expectation {
  /** The version of the last reported change. */
  version: number;
  /** The last mark that each writer has left in this page. */
  marks: [by: string, mark: number][];
}

/** Checks the text of one in a number of responses of changed pages. */
const READ_EVERY = 2;

/** Tracks changes, and checks responses against them. */
export function freshness() {
  let version = 0;
  const marks = new Map<string, Map<string, number>>();
  const stale: string[] = [];
  const counts = { writes: 0, edits: 0, stamped: 0, changed: 0, texts: 0 };

  const setMark = (path: string, by: string, mark: number) => {
    const ofPath = marks.get(path) ?? new Map<string, number>();
    marks.set(path, ofPath.set(by, mark));
  };
  const note = (write: Write) => {
    version = write.version;
    counts.writes++;
    for (const path of pathsOf(write.target)) setMark(path, 'change', write.version);
  };
  /** An edit that the site has acknowledged. */
  const noteEdit = (path: string, by: string, mark: number) => {
    counts.edits++;
    setMark(path, by, mark);
  };
  const expect = (path: string): Expectation => ({
    version,
    marks: [...(marks.get(path) ?? [])],
  });

  const judgeStamp = (path: string, expected: Expectation, stamp: string) => {
    counts.stamped++;
    if (Number(stamp) < expected.version) stale.push(`${path}: ${stamp} < ${expected.version}`);
  };
  const judgeText = (path: string, expected: Expectation, reply: Reply) => {
    if (counts.changed++ % READ_EVERY !== 0) return;
    counts.texts++;
    const text = textOf(reply);
    for (const [by, mark] of expected.marks) {
      const found = newestMark(text, by) ?? 0;
      if (found < mark) stale.push(`${path}: it shows ${by} ${found}, and ${mark} was written`);
    }
  };
  const judge = (path: string, expected: Expectation, reply: Reply) => {
    const stamp = reply.headers['x-catalogue-version'];
    if (stamp !== undefined) judgeStamp(path, expected, String(stamp));
    if (expected.marks.length > 0) judgeText(path, expected, reply);
  };
  return { note, noteEdit, expect, judge, stale, counts };
}
