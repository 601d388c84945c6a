import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { currentAccount } from '@/app/session';
import { Field, Form, Hidden } from '@/components/forms/form';
import { signInQuery } from '@/lib/accounts/next-path';
import { SHORTEST_PASSWORD } from '@/lib/accounts/password';
import { declaredQuery } from '@/lib/routes/query';
import { settings } from '@/lib/settings';
import { openForm } from '../run-form';
import { signUp } from './actions';

export const metadata: Metadata = { title: 'Create an account' };

export default async function SignUpPage({ searchParams }: PageProps<'/signup'>) {
  const { next } = signInQuery.parse(declaredQuery('/signup', await searchParams));
  if (!settings().LOCAL_ACCOUNTS) notFound();
  if (await currentAccount()) redirect(next);
  return (
    <>
      <h1 className="mb-3 text-title">Create an account</h1>
      <p className="mb-6 max-w-prose">
        Your user name is public and shown with your edits. No e-mail address is needed, so only an
        administrator of this site can reset a lost password.
      </p>
      <Form
        action={signUp}
        initial={await openForm({ next })}
        submit="Create account"
        labels={{ name: 'User name', password: 'Password' }}
      >
        <Hidden name="next" />
        <Field
          name="name"
          label="User name"
          hint="Letters, digits and hyphens."
          autoComplete="username"
          isRequired
        />
        <Field
          name="password"
          label="Password"
          hint={`At least ${SHORTEST_PASSWORD} characters.`}
          type="password"
          autoComplete="new-password"
          isRequired
        />
      </Form>
      <p className="mt-6">
        Already have an account? <a href={`/login/?next=${encodeURIComponent(next)}`}>Sign in</a>
      </p>
    </>
  );
}
