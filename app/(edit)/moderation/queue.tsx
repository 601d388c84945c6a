import type { ReactNode } from 'react';
import { Field } from '@/components/forms/form';
import { Differences, queueItem } from '@/components/history/change-list';
import { Section } from '@/components/layout/section';
import { Age } from '@/components/text/age';
import type { ExampleRow } from '@/db/queries/examples';
import type { FlagRow } from '@/db/queries/flags';
import type { HeldEditRow } from '@/db/queries/held-edits';
import { describeHeldEdit, readHeldEdit } from '@/lib/edits/held';
import { webAddress } from '@/lib/text/links';
import type { Clock, Micros } from '@/lib/time';
import { DecisionForm } from './decision-form';

interface ItemProps {
  account: string | null;
  at: Micros;
  clock: Clock;
  children: ReactNode;
}

/** One entry of the moderation queue: the record, the account, the time, and a form to accept or decline. */
function Item({ account, at, clock, children }: ItemProps) {
  return (
    <li className="border-b border-line py-3" {...queueItem}>
      <p className="text-quiet">
        <Age time={at} precision="time" clock={clock} /> by{' '}
        {account === null ? (
          'a deleted account'
        ) : (
          <a href={`/moderation/accounts/${account}/`}>{account}</a>
        )}
      </p>
      {children}
    </li>
  );
}

interface QueueSectionProps {
  id: string;
  title: string;
  /** How many wait in all; the list may have only the first of them. */
  total: number;
  children: ReactNode;
}

/** A kind of items that wait; renders nothing if there are none. */
export function QueueSection({ id, title, total, children }: QueueSectionProps) {
  if (total === 0) return null;
  return (
    <Section id={id} title={`${title} (${total})`}>
      {children}
    </Section>
  );
}

/** Edits by new accounts that wait because they add a link. */
export const HeldEdits = ({ rows, clock }: { rows: HeldEditRow[]; clock: Clock }) => (
  <ol className="border-t border-line">
    {rows.map((row) => {
      const { label, fields } = describeHeldEdit(readHeldEdit(row));
      return (
        <Item key={row.id} account={row.account} at={row.createdAt} clock={clock}>
          <p>
            {label} on <a href={row.path}>{row.path}</a>{' '}
            {row.comment !== '' && <q dir="auto">{row.comment}</q>}
          </p>
          <Differences fields={fields} />
          <DecisionForm kind="held" id={row.id} approve="Accept" reject="Decline" />
        </Item>
      );
    })}
  </ol>
);

/** Reports of packages that nobody has answered. */
export const Flags = ({ rows, clock }: { rows: FlagRow[]; clock: Clock }) => (
  <ol className="border-t border-line">
    {rows.map((row) => (
      <Item key={row.id} account={row.account} at={row.createdAt} clock={clock}>
        <p>
          <a href={`/packages/p/${row.package.slug}/`} dir="auto">
            {row.package.title}
          </a>
        </p>
        <blockquote className="max-w-prose whitespace-pre-line" dir="auto">
          {row.reason}
        </blockquote>
        <DecisionForm kind="flag" id={row.id} approve="Uphold" reject="Dismiss">
          <Field name="answer" label="Answer" hint="Shown to who reported it." />
        </DecisionForm>
      </Item>
    ))}
  </ol>
);

/** Sites that use a package and wait for approval. Their addresses are links, to look at them first. */
export const WaitingExamples = ({ rows, clock }: { rows: ExampleRow[]; clock: Clock }) => (
  <ol className="border-t border-line">
    {rows.map((row) => (
      <Item key={row.id} account={row.account} at={row.createdAt} clock={clock}>
        <p>
          <bdi>{row.title}</bdi> (
          <a href={webAddress(row.url)} rel="nofollow ugc noreferrer" className="wrap-anywhere">
            {row.url}
          </a>
          ) uses{' '}
          <a href={`/packages/p/${row.package.slug}/`} dir="auto">
            {row.package.title}
          </a>
        </p>
        <DecisionForm kind="example" id={row.id} approve="Approve" reject="Decline" />
      </Item>
    ))}
  </ol>
);
