import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Form, Hidden } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { findFeature } from '@/db/queries/features';
import { mayDo } from '@/lib/accounts/permissions';
import { idParameter } from '@/lib/edits/id-parameter';
import { openForm } from '../../../../run-form';
import { signedIn } from '../../../../signed-in';
import { deleteFeature } from '../../../actions';
import { GridTrail } from '../../../grid-trail';

export const metadata: Metadata = { title: 'Remove a feature' };

type Props = PageProps<'/grids/feature/[feature]/delete'>;

export default async function RemoveFeaturePage({ params }: Props) {
  const id = idParameter.parse((await params).feature);
  const found = findFeature(id);
  if (!found) notFound();
  const { feature, grid } = found;
  const account = await signedIn(`/grids/feature/${id}/delete/`);
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        Remove <bdi>{feature.title}</bdi>
      </h1>
      {mayDo(account, 'feature.remove', grid) ? (
        <>
          <p className="mb-6 max-w-prose">
            The feature and its cells will be removed from <bdi>{grid.title}</bdi>. The history
            keeps them, and the change can be reverted.
          </p>
          <Form
            action={deleteFeature}
            initial={await openForm({ feature: String(id) })}
            submit="Remove feature"
            labels={{ reason: 'Reason' }}
          >
            <Hidden name="feature" />
            <ReasonField />
          </Form>
        </>
      ) : (
        <Refusal permission="feature.remove" isLocked={grid.isLocked} />
      )}
    </>
  );
}
