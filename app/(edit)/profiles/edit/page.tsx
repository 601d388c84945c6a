import type { Metadata } from 'next';
import { Field, Form, Select } from '@/components/forms/form';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ButtonLink } from '@/components/layout/button';
import { Section } from '@/components/layout/section';
import type { Account } from '@/db/queries/accounts';
import { findPasswordHash } from '@/db/queries/credentials';
import { SHORTEST_PASSWORD } from '@/lib/accounts/password';
import { openForm } from '../../run-form';
import { signedIn } from '../../signed-in';
import { changePassword, editProfile } from '../actions';

export const metadata: Metadata = { title: 'Edit your profile' };

const labels = {
  name: 'User name',
  about: 'About you',
  githubAccount: 'GitHub user name',
  gitlabAccount: 'GitLab user name',
  bitbucketAccount: 'Bitbucket user name',
  sharesFavorites: 'Favorites',
};

const passwordLabels = { currentPassword: 'Current password', newPassword: 'New password' };

/** What others see of the account, its password, and links to the rest of its settings. */
export default async function EditProfilePage() {
  const account = await signedIn('/profiles/edit/');
  const { id, name } = account;
  return (
    <>
      <Breadcrumbs trail={[{ href: `/profiles/${name}/`, label: name }]} />
      <h1 className="mb-3 text-title">Edit your profile</h1>
      <p className="mb-6 flex flex-wrap gap-2">
        <ButtonLink href="/profiles/sessions/">Sessions</ButtonLink>
        <ButtonLink href="/profiles/export/">Download your data</ButtonLink>
        <ButtonLink href="/profiles/delete/">Delete your account</ButtonLink>
        <ButtonLink href="/logout/">Sign out</ButtonLink>
      </p>
      <ProfileForm account={account} />
      {findPasswordHash(id) !== undefined && (
        <Section id="password" title="Password">
          <p className="mb-3 max-w-prose">Changing it signs you out on all other devices.</p>
          <PasswordForm />
        </Section>
      )}
    </>
  );
}

async function ProfileForm({ account }: { account: Account }) {
  const { name, about, githubAccount, gitlabAccount, bitbucketAccount, sharesFavorites } = account;
  const values = {
    ...{ name, about, githubAccount: githubAccount ?? '', gitlabAccount: gitlabAccount ?? '' },
    ...{
      bitbucketAccount: bitbucketAccount ?? '',
      sharesFavorites: sharesFavorites ? 'yes' : 'no',
    },
  };
  return (
    <Form action={editProfile} initial={await openForm(values)} submit="Save" labels={labels}>
      <Field
        name="name"
        label={labels.name}
        hint="If you change it, links to your old profile stop working, and others can take the old name."
        autoComplete="username"
        isRequired
      />
      <Field name="about" label={labels.about} hint="Shown on your profile." isLong />
      <Field name="githubAccount" label={labels.githubAccount} />
      <Field name="gitlabAccount" label={labels.gitlabAccount} />
      <Field name="bitbucketAccount" label={labels.bitbucketAccount} />
      <Select
        name="sharesFavorites"
        label={labels.sharesFavorites}
        options={[
          { value: 'no', label: 'only you can see them' },
          { value: 'yes', label: 'everyone can see them' },
        ]}
      />
    </Form>
  );
}

async function PasswordForm() {
  return (
    <Form
      action={changePassword}
      initial={await openForm()}
      submit="Change password"
      labels={passwordLabels}
    >
      <Field
        name="currentPassword"
        label={passwordLabels.currentPassword}
        type="password"
        autoComplete="current-password"
        isRequired
      />
      <Field
        name="newPassword"
        label={passwordLabels.newPassword}
        hint={`At least ${SHORTEST_PASSWORD} characters.`}
        type="password"
        autoComplete="new-password"
        isRequired
      />
    </Form>
  );
}
