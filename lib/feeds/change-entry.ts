import { sources } from '@/lib/revisions/authors';
import { describeRevision, type Names } from '@/lib/revisions/describe';
import type { RecordFields } from '@/lib/revisions/changed-fields';
import { shortened } from '@/lib/text/shortened';
import { countOf, joinNames } from '@/lib/text/wording';
import type { Micros } from '@/lib/time';
import type { FeedItem } from './feed';

interface ChangedRecord {
  kind: string;
  /** Its present title; null if it is gone. */
  title: string | null;
  before: RecordFields | null;
  after: RecordFields | null;
}

/** A change of the catalogue, with what it did to each record. */
export interface FedChange {
  id: number;
  at: Micros;
  /** The name of the account that made it; null if no present account did. */
  account: string | null;
  source: keyof typeof sources;
  comment: string;
  revisions: ChangedRecord[];
}

/** Maximum number of fields in an item, and of characters of a value; the page of the change has all. */
const MOST_FIELDS = 8;
const LONGEST = 200;

/** A change of the catalogue as an item of a feed. Its id is the URL of its page. */
export function changeItem(base: string, change: FedChange, names: Names): FeedItem {
  const { id, at, account, source, comment, revisions } = change;
  const link = `${base}/history/${id}/`;
  const author = `By ${account ?? sources[source]}`;
  const fields = revisions.flatMap((it) => describeRevision(it, names));
  const parts = [
    comment === '' ? `${author}.` : `${author}: “${comment}”.`,
    ...fields.slice(0, MOST_FIELDS).map(describeField),
    ...(fields.length > MOST_FIELDS
      ? [`And ${countOf(fields.length - MOST_FIELDS, 'more field')}.`]
      : []),
  ];
  return {
    id: link,
    title: joinNames([...new Set(revisions.map(nameChange))]),
    link,
    summary: parts.join(' '),
    ...{ at, publishedAt: at, changedAt: at },
  };
}

function nameChange({ kind, title, before, after }: ChangedRecord): string {
  const verb = before === null ? 'added' : after === null ? 'deleted' : 'changed';
  return `${title ?? `a ${kind} that is gone`} ${verb}`;
}

function describeField(field: { label: string; before: string; after: string }): string {
  const [before, after] = [shortened(field.before, LONGEST), shortened(field.after, LONGEST)];
  const values = [before, after].filter((it) => it !== '').join(' → ');
  return after === '' ? `${field.label}: ${before} (removed).` : `${field.label}: ${values}.`;
}
