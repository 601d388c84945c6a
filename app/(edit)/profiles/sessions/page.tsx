import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { currentSession } from '@/app/session';
import { Form, Hidden } from '@/components/forms/form';
import { Age } from '@/components/text/age';
import { listSessions, type Session } from '@/db/sessions';
import { describeBrowser } from '@/lib/accounts/browser';
import { openForm } from '../../run-form';
import { signedIn } from '../../signed-in';
import { AccountTrail } from '../account-trail';
import { endOne, endOthers } from '../actions';

export const metadata: Metadata = { title: 'Sessions' };

/** Where somebody is signed in, with forms to end each session. */
export default async function SessionsPage() {
  const { id, name } = await signedIn('/profiles/sessions/');
  const sessions = listSessions(id);
  const current = (await currentSession())?.id;
  return (
    <>
      <AccountTrail name={name} />
      <h1 className="mb-3 text-title">Sessions</h1>
      <p className="mb-6 max-w-prose">
        You are signed in here. If you don’t recognize a session, end it and change your password.
      </p>
      <ul className="mb-6 border-t border-line">
        {sessions.map((session) => (
          <li key={session.id} className="border-b border-line py-3">
            <SessionItem session={session} isCurrent={session.id === current} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form
          action={endOthers}
          initial={await openForm()}
          submit="End all other sessions"
          labels={{}}
        >
          {null}
        </Form>
      )}
    </>
  );
}

interface SessionItemProps {
  session: Session;
  /** Whether it is the one of this request. */
  isCurrent: boolean;
}

async function SessionItem({ session, isCurrent }: SessionItemProps) {
  const { id, userAgent, startedAt, usedAt } = session;
  const [browser, clock] = [describeBrowser(userAgent), readClock()];
  return (
    <>
      <p className="mb-3">
        <strong>{browser}</strong>
        {isCurrent && ' (this session)'}
        <br />
        <span className="text-quiet">
          Signed in <Age time={startedAt} precision="time" clock={clock} />, last used{' '}
          {isCurrent ? 'now' : <Age time={usedAt} precision="day" clock={clock} />}
        </span>
      </p>
      {!isCurrent && (
        <Form
          action={endOne}
          initial={await openForm({ session: id })}
          submit={`End session: ${browser}`}
          labels={{}}
        >
          <Hidden name="session" />
        </Form>
      )}
    </>
  );
}
