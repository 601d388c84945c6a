import type { Metadata } from 'next';
import { Form } from '@/components/forms/form';
import { GridFieldset, gridLabels } from '@/components/forms/grid-fieldset';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { openForm } from '../../run-form';
import { signedIn } from '../../signed-in';
import { createGrid } from '../actions';

export const metadata: Metadata = { title: 'Add a grid' };

export default async function AddGridPage() {
  await signedIn('/grids/add/');
  return (
    <>
      <Breadcrumbs trail={[{ href: '/grids/', label: 'Grids' }]} />
      <h1 className="mb-3 text-title">Add a grid</h1>
      <p className="mb-6 max-w-prose">
        A grid compares packages that do the same job.{' '}
        <a href="/grids/">Look at the existing grids</a> first: a package can be in several.
      </p>
      <Form action={createGrid} initial={await openForm()} submit="Add grid" labels={gridLabels}>
        <GridFieldset />
      </Form>
    </>
  );
}
