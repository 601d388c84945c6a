import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FeatureFieldset, featureLabels } from '@/components/forms/feature-fieldset';
import { Form, Hidden } from '@/components/forms/form';
import { Refusal } from '@/components/forms/refusal';
import { findGrid } from '@/db/queries/grids';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../../run-form';
import { signedIn } from '../../../../signed-in';
import { createFeature } from '../../../actions';
import { GridTrail } from '../../../grid-trail';

export const metadata: Metadata = { title: 'Add a feature' };

type Props = PageProps<'/grids/feature/add/[grid]'>;

export default async function AddFeaturePage({ params }: Props) {
  const { grid: slug } = await params;
  const grid = findGrid(slug);
  if (!grid) notFound();
  const account = await signedIn(`/grids/feature/add/${slug}/`);
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">Add a feature</h1>
      {mayDo(account, 'feature.add', grid) ? (
        <Form
          action={createFeature}
          initial={await openForm({ grid: String(grid.id) })}
          submit="Add feature"
          labels={featureLabels}
        >
          <Hidden name="grid" />
          <FeatureFieldset />
        </Form>
      ) : (
        <Refusal permission="feature.add" isLocked={grid.isLocked} />
      )}
    </>
  );
}
