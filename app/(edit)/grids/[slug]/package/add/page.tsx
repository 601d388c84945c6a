import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Field, Form, Hidden } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { findGrid } from '@/db/queries/grids';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../../run-form';
import { signedIn } from '../../../../signed-in';
import { addPackages } from '../../../actions';
import { GridTrail } from '../../../grid-trail';

export const metadata: Metadata = { title: 'Add packages to a grid' };

type Props = PageProps<'/grids/[slug]/package/add'>;

export default async function AddToGridPage({ params }: Props) {
  const { slug } = await params;
  const grid = findGrid(slug);
  if (!grid) notFound();
  const account = await signedIn(`/grids/${slug}/package/add/`);
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        Add packages to <bdi>{grid.title}</bdi>
      </h1>
      {mayDo(account, 'grid.package.add', grid) ? (
        <>
          <p className="mb-6 max-w-prose">
            Not listed here yet? <a href={`/packages/add/?grid_slug=${slug}`}>Add a new package</a>{' '}
            to this grid.
          </p>
          <Form
            action={addPackages}
            initial={await openForm({ grid: String(grid.id) })}
            submit="Add packages"
            labels={{ packages: 'Packages', reason: 'Reason' }}
          >
            <Hidden name="grid" />
            <Field
              name="packages"
              label="Packages"
              hint="Their names here or on PyPI, or their addresses, one on each line."
              isLong
              isRequired
            />
            <ReasonField />
          </Form>
        </>
      ) : (
        <Refusal permission="grid.package.add" isLocked={grid.isLocked} />
      )}
    </>
  );
}
