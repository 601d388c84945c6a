import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Form, Hidden } from '@/components/forms/form';
import { PackageFieldset, packageLabels } from '@/components/forms/package-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Section } from '@/components/layout/section';
import { listCategories } from '@/db/queries/categories';
import { findEditedPackage } from '@/db/queries/edited-package';
import { findPackage } from '@/db/queries/packages';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { editPackage, setPackageLock } from '../../actions';

export const metadata: Metadata = { title: 'Edit a package' };

type Props = PageProps<'/packages/[slug]/edit'>;

export default async function EditPackagePage({ params }: Props) {
  const { slug } = await params;
  const pkg = findPackage(slug)?.package;
  if (!pkg) notFound();
  const account = await signedIn(`/packages/${slug}/edit/`);
  const { repository, pypi, documentation, ...texts } = findEditedPackage(pkg.id) ?? {};
  const fields = {
    ...texts,
    repository: repository ?? '',
    pypi: pypi ?? '',
    documentation: documentation ?? '',
  };
  const ids = { package: String(pkg.id) };
  const trail = [
    { href: '/packages/', label: 'Packages' },
    { href: `/packages/p/${slug}/`, label: pkg.title },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} />
      <h1 className="mb-3 text-title">
        Edit <bdi>{pkg.title}</bdi>
      </h1>
      {mayDo(account, 'package.edit', pkg) ? (
        <Form
          action={editPackage}
          initial={await openForm({ ...fields, ...ids }, fields)}
          submit="Save"
          labels={packageLabels}
        >
          <Hidden name="package" />
          <Hidden name="opened" />
          <PackageFieldset categories={listCategories()} />
        </Form>
      ) : (
        <Refusal permission="package.edit" isLocked={pkg.isLocked} />
      )}
      <p className="mt-6 flex flex-wrap gap-x-4">
        <a href={`/packages/${slug}/example/add/`}>Add a site using it</a>
        <a href={`/packages/${slug}/flag/`}>Report to the moderators</a>
      </p>
      {mayDo(account, 'record.lock') && (
        <Section id="lock" title="Lock">
          <Form
            action={setPackageLock}
            initial={await openForm({ ...ids, lock: pkg.isLocked ? 'no' : 'yes' })}
            submit={pkg.isLocked ? 'Unlock this package' : 'Lock this package'}
            labels={{}}
          >
            <Hidden name="package" />
            <Hidden name="lock" />
          </Form>
        </Section>
      )}
    </>
  );
}
