import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Field, Form, Hidden } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { saveOrder } from '../../arrange-actions';
import { GridTrail } from '../../grid-trail';

export const metadata: Metadata = { title: 'Order of features' };

type Props = PageProps<'/grids/[slug]/order'>;

export default async function OrderPage({ params }: Props) {
  const { slug } = await params;
  const grid = findGrid(slug);
  if (!grid) notFound();
  const account = await signedIn(`/grids/${slug}/order/`);
  const features = listFeatures(grid.id).map(({ id, title }, index) => ({
    ...{ title, name: `position-${id}`, number: String(index + 1) },
  }));
  const values = Object.fromEntries(features.map(({ name, number }) => [name, number]));
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        Order of the features of <bdi>{grid.title}</bdi>
      </h1>
      {mayDo(account, 'feature.edit', grid) ? (
        <Form
          action={saveOrder}
          initial={await openForm({ ...values, grid: String(grid.id) })}
          submit="Save order"
          labels={{ reason: 'Reason' }}
        >
          <Hidden name="grid" />
          <p className="hint">
            The feature with the lowest number comes first. A number such as 2.5 puts one between
            the second and the third.
          </p>
          {features.map(({ name, title }) => (
            <Field key={name} name={name} label={title} />
          ))}
          <ReasonField />
        </Form>
      ) : (
        <Refusal permission="feature.edit" isLocked={grid.isLocked} />
      )}
    </>
  );
}
