import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Form, Hidden, Select } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { listFeatures } from '@/db/queries/comparison';
import { findFeature } from '@/db/queries/features';
import { mayDo } from '@/lib/accounts/permissions';
import { idParameter } from '@/lib/edits/id-parameter';
import { openForm } from '../../../../run-form';
import { signedIn } from '../../../../signed-in';
import { joinFeatures } from '../../../arrange-actions';
import { GridTrail } from '../../../grid-trail';

export const metadata: Metadata = { title: 'Merge features' };

type Props = PageProps<'/grids/feature/[feature]/merge'>;

export default async function MergeFeaturePage({ params }: Props) {
  const id = idParameter.parse((await params).feature);
  const found = findFeature(id);
  if (!found) notFound();
  const { feature, grid } = found;
  const account = await signedIn(`/grids/feature/${id}/merge/`);
  const others = listFeatures(grid.id).filter((it) => it.id !== id);
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        Merge <bdi>{feature.title}</bdi> into another feature
      </h1>
      <p className="mb-6 max-w-prose">
        Its cells go to the other feature. Where both have one, the other’s stays, and what this one
        says goes into its note. The change can be reverted.
      </p>
      {mayDo(account, 'feature.merge', grid) && others.length > 0 ? (
        <Form
          action={joinFeatures}
          initial={await openForm({ feature: String(id), into: String(others[0]?.id) })}
          submit="Merge"
          labels={{ into: 'Other feature', reason: 'Reason' }}
        >
          <Hidden name="feature" />
          <Select
            name="into"
            label="Other feature"
            options={others.map((it) => ({ value: String(it.id), label: it.title }))}
          />
          <ReasonField />
        </Form>
      ) : (
        <Refusal permission="feature.merge" isLocked={grid.isLocked} />
      )}
    </>
  );
}
