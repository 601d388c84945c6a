import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentAccount } from '@/app/session';
import { Field, Form } from '@/components/forms/form';
import { findPasswordHash } from '@/db/queries/credentials';
import { openForm } from '../../run-form';
import { signedIn } from '../../signed-in';
import { AccountTrail } from '../account-trail';
import { deleteAccount } from '../actions';

export const metadata: Metadata = { title: 'Delete your account' };

/** Asks for the password, or for the name of an account that has none. */
export default async function DeleteAccountPage() {
  // After the action has deleted the account, Next renders the page once more.
  if ((await headers()).has('next-action') && !(await currentAccount())) redirect('/');
  const { id, name } = await signedIn('/profiles/delete/');
  const hasPassword = findPasswordHash(id) !== undefined;
  return (
    <>
      <AccountTrail name={name} />
      <h1 className="mb-3 text-title">Delete your account</h1>
      <p className="mb-3 max-w-prose">
        Your name, profile, lists, favorites and sessions will be deleted, and this can’t be undone.
        Your edits stay in the history, by “a deleted account”. Others can take your name.
      </p>
      <p className="mb-6">
        <a href="/profiles/export/">Download your data</a> first if you want to keep it.
      </p>
      <Form
        action={deleteAccount}
        initial={await openForm()}
        submit="Delete account"
        labels={{ password: 'Password', name: 'User name' }}
      >
        {hasPassword ? (
          <Field
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            isRequired
          />
        ) : (
          <Field name="name" label="User name" hint={`Type ${name} to confirm.`} isRequired />
        )}
      </Form>
    </>
  );
}
