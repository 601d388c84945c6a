import type { RecordFields } from '@/lib/revisions/changed-fields';
import { describeRevision, type Names } from '@/lib/revisions/describe';
import { shortened } from '@/lib/text/shortened';
import { countOf, joinNames } from '@/lib/text/wording';
import type { Micros } from '@/lib/time';
import type { FeedItem } from './feed';

interface ChangedRecord {
  kind: string;
  /** Null if the record was deleted. */
  title: string | null;
  before: RecordFields | null;
  after: RecordFields | null;
}

export interface ListedChange {
  id: number;
  at: Micros;
  /** Name of the account; null if the site itself or its operator made the change, or the account was deleted. */
  account: string | null;
  comment: string;
  /** The change that it undoes. */
  reverts: number | null;
  revisions: ChangedRecord[];
}

const MOST_LABELS = 3;
const MOST_FIELDS = 20;
const LONGEST_TITLE = 150;
const LONGEST_VALUE = 200;

/** The entry of a change in feeds. `names` has the titles of the packages and features that its fields name. */
export function changeEntry(base: string, change: ListedChange, names: Names): FeedItem {
  const { id, at, account } = change;
  const link = `${base}/history/${id}/`;
  return {
    ...{ id: link, link, at, publishedAt: at, changedAt: at },
    author: account ?? 'Packgrid',
    title: titleOf(change, names),
    summary: summaryOf(change, names),
  };
}

/** `Celery changed: documentation`, `Redis added`, `12 records changed`. */
function titleOf({ revisions, reverts }: ListedChange, names: Names): string {
  const [only] = revisions;
  const undone = reverts === null ? '' : ` (reverts change ${reverts})`;
  if (!only || revisions.length > 1) {
    return `${countOf(revisions.length, 'record')} changed${undone}`;
  }
  const record = `${titleOfRecord(only)} ${verbOf(only)}`;
  if (only.before === null || only.after === null) return record + undone;
  const labels = describeRevision(only, names).map(({ label }) => label);
  const rest = labels.length - MOST_LABELS;
  const named = labels.slice(0, rest > 0 ? MOST_LABELS - 1 : MOST_LABELS);
  const more = rest > 0 ? [`${labels.length - named.length} more`] : [];
  return `${shortened(`${record}: ${joinNames([...named, ...more])}`, LONGEST_TITLE)}${undone}`;
}

function titleOfRecord({ kind, title, before }: ChangedRecord): string {
  const former = before?.['title'];
  return title ?? (typeof former === 'string' ? former : `A deleted ${kind}`);
}

function verbOf({ before, after }: ChangedRecord): string {
  if (before === null) return 'added';
  return after === null ? 'deleted' : 'changed';
}

/** Why it was made, and its fields before and after, one a line. */
function summaryOf({ comment, revisions }: ListedChange, names: Names): string {
  const all = revisions.flatMap((it) => {
    const record = revisions.length > 1 ? `${titleOfRecord(it)}: ` : '';
    return describeRevision(it, names).map(
      ({ label, before, after }) => `${record}${label}: ${sideOf(before)} → ${sideOf(after)}`,
    );
  });
  const more = all.length > MOST_FIELDS ? [`and ${all.length - MOST_FIELDS} more`] : [];
  const why = comment === '' ? [] : [comment];
  return [...why, ...all.slice(0, MOST_FIELDS), ...more].join('\n');
}

const sideOf = (text: string) => (text === '' ? '(empty)' : shortened(text, LONGEST_VALUE));
