import { partsOf } from './parts';

/** A document without what only hydration needs, or why it was left as it is. */
type Stripped = { html: Buffer } | { reason: string };

const BEGINNING = Buffer.from('<!DOCTYPE html>');
const END = Buffer.from('</body></html>');

/**
 * Removes from a complete document what only Next's scripts need: the scripts themselves, their data and their preloads. A document that
 * has anything unexpected in it is left alone, since it may need them. It searches the bytes without decoding them, since it looks for ASCII only.
 */
export function strip(document: Buffer): Stripped {
  if (!isWhole(document)) return { reason: 'it is not a complete document' };
  const kept: Buffer[] = [];
  let from = 0;
  for (const { start, end, verdict } of partsOf(document)) {
    if (typeof verdict === 'object') return verdict;
    if (verdict === 'keep') continue;
    kept.push(document.subarray(from, start));
    from = end;
  }
  return { html: Buffer.concat([...kept, document.subarray(from)]) };
}

const isWhole = (document: Buffer) =>
  document.subarray(0, BEGINNING.length).equals(BEGINNING) &&
  document.subarray(-END.length).equals(END);
