import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readClock } from '@/app/clock';
import { Field, Form, Hidden, Select } from '@/components/forms/form';
import { Section } from '@/components/layout/section';
import { Age } from '@/components/text/age';
import type { Account } from '@/db/queries/accounts';
import { mayDo } from '@/lib/accounts/permissions';
import { includesRole, roles } from '@/lib/accounts/roles';
import { formatDay } from '@/lib/time';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { ban, revertAll, setAccountRole, unban } from '../../actions';
import { ModerationPage } from '../../moderation-page';
import { findPresent } from './find-present';

type Props = PageProps<'/moderation/accounts/[account]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Moderate ${(await params).account}` };
}

export default async function AccountPage({ params }: Props) {
  const given = (await params).account;
  const path = `/moderation/accounts/${encodeURIComponent(given)}/`;
  await signedIn(path);
  const account = findPresent(given);
  if (!account) notFound();
  return (
    <ModerationPage path={path} title={account.name}>
      {(moderator) => (
        <>
          <Summary account={account} />
          {includesRole(account.role, moderator.role) ? (
            <p className="mt-4">Its role is not below yours, so you can’t ban it or change that.</p>
          ) : (
            <Ban account={account} />
          )}
          {mayDo(moderator, 'account.role') && !includesRole(account.role, moderator.role) && (
            <RoleForm account={account} />
          )}
          <RevertAllForm account={account} />
        </>
      )}
    </ModerationPage>
  );
}

function Summary({ account: { name, role, bannedAt, banReason } }: { account: Account }) {
  return (
    <p>
      Role: {role}.{' '}
      {bannedAt !== null && (
        <>
          Banned <Age time={bannedAt} precision="time" clock={readClock()} />:{' '}
          <q dir="auto">{banReason}</q>.{' '}
        </>
      )}
      <a href={`/profiles/${name}/`} className="underline">
        Profile and changes
      </a>
    </p>
  );
}

async function Ban({ account: { id, bannedAt } }: { account: Account }) {
  const initial = await openForm({ account: id });
  const isBanned = bannedAt !== null;
  return (
    <Section id="ban" title="Ban">
      <Form
        action={isBanned ? unban : ban}
        initial={initial}
        submit={isBanned ? 'End the ban' : 'Ban this account'}
        labels={{ reason: 'Reason' }}
        id="ban"
      >
        <Hidden name="account" />
        {!isBanned && (
          <Field
            name="reason"
            label="Reason"
            hint="For other moderators. The account is signed out, and its edits that wait are declined."
            isRequired
          />
        )}
      </Form>
    </Section>
  );
}

async function RoleForm({ account: { id, role } }: { account: Account }) {
  return (
    <Section id="role" title="Role">
      <Form
        action={setAccountRole}
        initial={await openForm({ account: id, role })}
        submit="Change role"
        labels={{ role: 'Role' }}
        id="role"
      >
        <Hidden name="account" />
        <Select
          name="role"
          label="Role"
          options={roles.map((value) => ({ value, label: value }))}
        />
      </Form>
    </Section>
  );
}

async function RevertAllForm({ account: { id, createdAt } }: { account: Account }) {
  const { zone } = readClock();
  const since = formatDay(createdAt.getTime() * 1000, zone);
  return (
    <Section id="revert-all" title="Revert everything of this account">
      <Form
        action={revertAll}
        initial={await openForm({ account: id, since })}
        submit="Revert everything since then"
        labels={{ since: 'Since', reason: 'Reason' }}
        id="revert-all"
      >
        <Hidden name="account" />
        <Field
          name="since"
          label="Since"
          hint="A date such as 2026-11-30. It joined on the one that is filled in."
          isRequired
        />
        <Field name="reason" label="Reason" hint="Optional; shown in the history." />
      </Form>
    </Section>
  );
}
