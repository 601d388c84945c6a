import type { Metadata } from 'next';
import { Form } from '@/components/forms/form';
import { PackageFieldset, packageLabels } from '@/components/forms/package-fieldset';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { listCategories } from '@/db/queries/categories';
import { openForm } from '../../run-form';
import { signedIn } from '../../signed-in';
import { createPackage } from '../actions';

export const metadata: Metadata = { title: 'Add a package' };

export default async function AddPackagePage() {
  await signedIn('/packages/add/');
  const categories = listCategories();
  return (
    <>
      <Breadcrumbs trail={[{ href: '/packages/', label: 'Packages' }]} />
      <h1 className="mb-3 text-title">Add a package</h1>
      <p className="mb-6 max-w-prose">
        Any open-source package for Django can be listed, by anyone. You don’t have to be its
        author.
      </p>
      <Form
        action={createPackage}
        initial={await openForm({ category: categories[0]?.slug ?? '' })}
        submit="Add package"
        labels={packageLabels}
      >
        <PackageFieldset categories={categories} />
      </Form>
    </>
  );
}
