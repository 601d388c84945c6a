import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentAccount } from '@/app/session';
import { Form } from '@/components/forms/form';
import { openForm } from '../run-form';
import { signOut } from './actions';

export const metadata: Metadata = { title: 'Sign out' };

/** Asks first, since an image on any page could send a GET request. */
export default async function LogoutPage() {
  const account = await currentAccount();
  if (!account) redirect('/');
  return (
    <>
      <h1 className="mb-3 text-title">Sign out</h1>
      <p className="mb-6">
        You are signed in as {account.name}. <a href="/profiles/edit/">Edit your profile</a>
      </p>
      <Form action={signOut} initial={await openForm()} submit="Sign out" labels={{}}>
        {null}
      </Form>
    </>
  );
}
