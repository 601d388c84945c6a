import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentAccount } from '@/app/session';
import { Field, Form, Hidden } from '@/components/forms/form';
import { Author, RecordName } from '@/components/history/change-list';
import { RevisionInFull } from '@/components/history/revision-in-full';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Moment } from '@/components/text/age';
import { listNames } from '@/db/queries/change-names';
import { findChange, listRevisionsOf } from '@/db/queries/history';
import { mayDo } from '@/lib/accounts/permissions';
import { namedIn } from '@/lib/revisions/describe';
import { openForm } from '../../run-form';
import { revert } from './actions';

type Props = PageProps<'/history/[change]'>;

const findAsked = async (params: Props['params']) => {
  const { change } = await params;
  return /^\d{1,15}$/.test(change) ? findChange(Number(change)) : undefined;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const change = await findAsked(params);
  return change ? { title: `Change ${change.id}` } : {};
}

/** A change in full, with a form to revert it for those who may. */
export default async function ChangePage({ params }: Props) {
  const change = await findAsked(params);
  if (!change) notFound();
  const revisions = listRevisionsOf(change.id);
  const names = listNames(namedIn(revisions));
  const account = await currentAccount();
  const permission = account?.id === change.actor ? 'change.revertOwn' : 'change.revert';
  return (
    <>
      <Breadcrumbs trail={[{ href: '/history/', label: 'Recent changes' }]} />
      <h1 className="text-title">Change {change.id}</h1>
      <p className="mb-4">
        <Moment time={change.at} /> <Author change={change} />
        {change.reverts !== null && (
          <>
            , reverts <a href={`/history/${change.reverts}/`}>change {change.reverts}</a>
          </>
        )}
        {change.revertedBy !== null && (
          <>
            , reverted by <a href={`/history/${change.revertedBy}/`}>change {change.revertedBy}</a>
          </>
        )}
      </p>
      {change.comment !== '' && (
        <blockquote className="mb-4" dir="auto">
          {change.comment}
        </blockquote>
      )}
      {revisions.map((revision) => (
        <div key={revision.id} className="mb-4">
          <RecordName revision={revision} />
          <RevisionInFull revision={revision} names={names} />
        </div>
      ))}
      {mayDo(account, permission) && change.revertedBy === null && (
        <Form
          action={revert}
          initial={await openForm({ change: String(change.id) })}
          submit="Revert this change"
          labels={{ reason: 'Reason' }}
        >
          <Hidden name="change" />
          <Field name="reason" label="Reason" />
        </Form>
      )}
    </>
  );
}
