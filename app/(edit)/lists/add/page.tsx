import type { Metadata } from 'next';
import { Form, Hidden } from '@/components/forms/form';
import { ListFieldset, listLabels } from '@/components/forms/list-fieldset';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { findPackage } from '@/db/queries/packages';
import { single } from '@/lib/list/query';
import { declaredQuery } from '@/lib/routes/query';
import { linkTo } from '@/lib/text/links';
import { openForm } from '../../run-form';
import { signedIn } from '../../signed-in';
import { createList } from '../actions';

export const metadata: Metadata = { title: 'New list' };

/** With the slug of a package as `package`, the list begins with it. */
export default async function AddListPage({ searchParams }: PageProps<'/lists/add'>) {
  const slug = single.parse(declaredQuery('/lists/add', await searchParams)['package']);
  await signedIn(linkTo('/lists/add/', { package: slug }));
  const pkg = findPackage(slug ?? '')?.package;
  return (
    <>
      <Breadcrumbs trail={[{ href: '/lists/', label: 'Your lists' }]} />
      <h1 className="mb-3 text-title">New list</h1>
      {pkg && (
        <p className="mb-4">
          It begins with <bdi>{pkg.title}</bdi>.
        </p>
      )}
      <Form
        action={createList}
        initial={await openForm({ package: pkg ? String(pkg.id) : '', visibility: 'public' })}
        submit="Create list"
        labels={listLabels}
      >
        <Hidden name="package" />
        <ListFieldset />
      </Form>
    </>
  );
}
