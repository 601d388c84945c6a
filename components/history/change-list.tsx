import type { ReactNode } from 'react';
import { Moment } from '@/components/text/age';
import type { ChangeRow, RevisionRow } from '@/db/queries/history';
import { sources } from '@/lib/revisions/authors';
import { describeRevision, type FieldDifference, type Names } from '@/lib/revisions/describe';
import { shortened } from '@/lib/text/shortened';
import { countOf } from '@/lib/text/wording';

interface ListedChange extends ChangeRow {
  revisions: RevisionRow[];
}

interface ChangeListProps {
  changes: ListedChange[];
  names: Names;
  /** What follows a change, such as a form to decide on it. */
  children?: (change: ListedChange) => ReactNode;
}

/** Changes, newest first: who made each, when and why, and what it changed. */
export function ChangeList({ changes, names, children }: ChangeListProps) {
  return (
    <ol className="border-t border-line">
      {changes.map((it) => (
        <li key={it.id} className="border-b border-line py-3" {...(children && queueItem)}>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <a href={`/history/${it.id}/`}>
              <span className="sr-only">Change {it.id}, </span>
              <Moment time={it.at} />
            </a>
            <Author change={it} />
            {it.comment !== '' && <q dir="auto">{it.comment}</q>}
            {it.review === 'waiting' && <span className="text-quiet">waits for review</span>}
            {it.revertedBy !== null && <strong className="text-caution">reverted</strong>}
          </p>
          {it.revisions.map((revision) => (
            <Revision key={revision.id} revision={revision} names={names} />
          ))}
          {children?.(it)}
        </li>
      ))}
    </ol>
  );
}

/** Attributes of an item that the keys of a queue move to (components/forms/queue-keys.tsx). */
export const queueItem = { 'data-queue-item': '', tabIndex: -1 };

/** The account or program that made a change. */
export function Author({ change: { account, source } }: { change: ChangeRow }) {
  return (
    <span className="text-quiet">
      by {account === null ? sources[source] : <a href={`/profiles/${account}/`}>{account}</a>}
    </span>
  );
}

/** Maximum number of fields listed per record; the page of the change has all. */
const MOST_LISTED = 5;
const LONGEST = 200;

function Revision({ revision, names }: { revision: RevisionRow; names: Names }) {
  const fields = describeRevision(revision, names);
  return (
    <div className="mt-1 text-table">
      <RecordName revision={revision} />
      <Differences
        fields={fields.slice(0, MOST_LISTED).map((it) => ({
          label: it.label,
          before: shortened(it.before, LONGEST),
          after: shortened(it.after, LONGEST),
        }))}
      />
      {fields.length > MOST_LISTED && (
        <p className="text-quiet">and {countOf(fields.length - MOST_LISTED, 'more field')}</p>
      )}
    </div>
  );
}

/** The record that a revision is about, as a link if it still exists. */
export function RecordName({
  revision: { kind, slug, title, before, after },
}: {
  revision: RevisionRow;
}) {
  const verb = before === null ? 'added' : after === null ? 'deleted' : undefined;
  const path = kind === 'grid' ? '/grids/g/' : '/packages/p/';
  return (
    <p>
      {kind}{' '}
      {slug === null ? (
        'that is gone'
      ) : (
        <a href={`${path}${slug}/`} dir="auto">
          {title}
        </a>
      )}
      {verb && ` ${verb}`}
    </p>
  );
}

/** Fields before and after a change. */
export function Differences({ fields }: { fields: FieldDifference[] }) {
  return (
    <dl className="grid gap-x-4 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {fields.map(({ label, before, after }, index) => (
        <div key={index} className="contents">
          <dt className="text-quiet" dir="auto">
            {label}
          </dt>
          <dd className="whitespace-pre-line">
            {before !== '' && (
              <del className="text-bad" dir="auto">
                {before}
              </del>
            )}
            {before !== '' && after !== '' && ' → '}
            {after !== '' && (
              <ins className="text-good no-underline" dir="auto">
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
