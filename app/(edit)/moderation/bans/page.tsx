import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { Field, Form } from '@/components/forms/form';
import { Section } from '@/components/layout/section';
import { Age } from '@/components/text/age';
import { listBannedAccounts } from '@/db/queries/moderation';
import { openForm } from '../../run-form';
import { openAccount } from '../actions';
import { ModerationPage } from '../moderation-page';

export const metadata: Metadata = { title: 'Accounts' };

/** The most banned accounts listed; the others are found by name. */
const MOST = 200;

export default function BansPage() {
  return (
    <ModerationPage path="/moderation/bans/" title="Accounts">
      {() => (
        <>
          <FindForm />
          <Section id="banned" title="Banned accounts">
            <BannedAccounts />
          </Section>
        </>
      )}
    </ModerationPage>
  );
}

async function FindForm() {
  const labels = { name: 'User name' };
  return (
    <Form action={openAccount} initial={await openForm()} submit="Open account" labels={labels}>
      <Field name="name" label="User name" hint="To ban it, or to revert its changes." />
    </Form>
  );
}

function BannedAccounts() {
  const clock = readClock();
  const banned = listBannedAccounts(MOST);
  if (banned.length === 0) return <p className="text-quiet">No account is banned.</p>;
  return (
    <ul>
      {banned.map(({ name, bannedAt, banReason }) => (
        <li key={name} className="py-1">
          <a href={`/moderation/accounts/${name}/`}>{name}</a>{' '}
          <span className="text-quiet">
            <Age time={bannedAt} precision="time" clock={clock} />
          </span>{' '}
          <bdi>{banReason}</bdi>
        </li>
      ))}
    </ul>
  );
}
