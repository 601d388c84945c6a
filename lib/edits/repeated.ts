import { fieldChanges } from '@/lib/revisions/difference';
import type { RecordFields } from '@/lib/revisions/changed-fields';
import { textsIn } from './links';

/** A new account may enter the same text in fewer than this many places within a day. */
export const MOST_PLACES = 3;

/** Shorter texts, such as "yes, with Redis", are repeated for good reasons. */
const SHORTEST = 20;

interface Revision {
  kind: string;
  recordId: number;
  before: RecordFields | null;
  after: RecordFields | null;
}

/** Fields in which the same text is no sign of spam: names of records, and links that moderators look at anyway. */
const ignored = new Set(['slug', 'pypiUrl', 'examples']);

/** The text that these revisions entered in at least MOST_PLACES fields; undefined if there is none. */
export function repeatedText(revisions: readonly Revision[]): string | undefined {
  const places = new Map<string, Set<string>>();
  for (const { kind, recordId, before, after } of revisions) {
    for (const { name, ...field } of fieldChanges(before, after)) {
      if (ignored.has(name)) continue;
      const known = new Set(textsIn(field.before).map(plain));
      for (const text of textsIn(field.after).map(plain)) {
        if (text.length < SHORTEST || known.has(text)) continue;
        const found = places.get(text) ?? new Set();
        places.set(text, found.add(`${kind} ${recordId} ${name}`));
        if (found.size >= MOST_PLACES) return text;
      }
    }
  }
  return undefined;
}

/** Without differences that readers don't see. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
