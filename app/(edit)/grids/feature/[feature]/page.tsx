import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FeatureFieldset, featureLabels } from '@/components/forms/feature-fieldset';
import { Form, Hidden } from '@/components/forms/form';
import { Refusal } from '@/components/forms/refusal';
import { findFeature } from '@/db/queries/features';
import { mayDo } from '@/lib/accounts/permissions';
import { idParameter } from '@/lib/edits/id-parameter';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { editFeature } from '../../actions';
import { GridTrail } from '../../grid-trail';

export const metadata: Metadata = { title: 'Edit a feature' };

type Props = PageProps<'/grids/feature/[feature]'>;

export default async function FeaturePage({ params }: Props) {
  const id = idParameter.parse((await params).feature);
  const found = findFeature(id);
  if (!found) notFound();
  const { feature, grid } = found;
  const account = await signedIn(`/grids/feature/${id}/`);
  const fields = { ...feature, metric: feature.metric ?? '' };
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        Edit <bdi>{feature.title}</bdi>
      </h1>
      {mayDo(account, 'feature.edit', grid) ? (
        <Form
          action={editFeature}
          initial={await openForm({ ...fields, feature: String(id) }, fields)}
          submit="Save"
          labels={featureLabels}
        >
          <Hidden name="feature" />
          <Hidden name="opened" />
          <FeatureFieldset />
        </Form>
      ) : (
        <Refusal permission="feature.edit" isLocked={grid.isLocked} />
      )}
      <ul className="mt-6">
        <li>
          <a href={`/grids/feature/${id}/history/`}>History of this feature</a>
        </li>
        {mayDo(account, 'feature.merge', grid) && (
          <li>
            <a href={`/grids/feature/${id}/merge/`}>Merge it into another feature</a>
          </li>
        )}
        {mayDo(account, 'feature.remove', grid) && (
          <li>
            <a href={`/grids/feature/${id}/delete/`}>Remove this feature</a>
          </li>
        )}
      </ul>
    </>
  );
}
