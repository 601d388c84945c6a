import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentAccount } from '@/app/session';
import { Field, Form, Hidden } from '@/components/forms/form';
import { signInQuery } from '@/lib/accounts/next-path';
import { describeSignInError } from '@/lib/accounts/sign-in-error';
import { declaredQuery } from '@/lib/routes/query';
import { settings } from '@/lib/settings';
import { openForm } from '../run-form';
import { signIn, signInWith } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { next, error } = signInQuery.parse(declaredQuery('/login', await searchParams));
  if (await currentAccount()) redirect(next);
  const { LOCAL_ACCOUNTS } = settings();
  return (
    <>
      <h1 className="mb-3 text-title">Sign in</h1>
      <p className="mb-6 max-w-prose">
        You can read everything without an account. Sign in to add and edit packages and grids.
      </p>
      {error !== undefined && (
        <p role="alert" className="mb-6 text-bad">
          {describeSignInError(error)}
        </p>
      )}
      {providers().map(async ({ provider, label }) => (
        <div key={provider} className="mb-6">
          <Form
            action={signInWith}
            initial={await openForm({ provider, next })}
            submit={`Sign in with ${label}`}
            labels={{}}
          >
            <Hidden name="provider" />
            <Hidden name="next" />
          </Form>
        </div>
      ))}
      {LOCAL_ACCOUNTS && (
        <>
          <Form
            action={signIn}
            initial={await openForm({ next })}
            submit="Sign in"
            labels={{ name: 'User name', password: 'Password' }}
          >
            <Hidden name="next" />
            <Field name="name" label="User name" autoComplete="username" isRequired />
            <Field
              name="password"
              label="Password"
              type="password"
              autoComplete="current-password"
              isRequired
            />
          </Form>
          <p className="mt-6">
            No account yet? <a href={`/signup/?next=${encodeURIComponent(next)}`}>Create one</a>
          </p>
        </>
      )}
    </>
  );
}

function providers() {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } =
    settings();
  return [
    ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET ? [{ provider: 'github', label: 'GitHub' }] : []),
    ...(OIDC_ISSUER && OIDC_CLIENT_ID ? [{ provider: 'oidc', label: OIDC_NAME }] : []),
  ];
}
