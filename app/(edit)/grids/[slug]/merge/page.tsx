import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Field, Form, Hidden } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { findGrid } from '@/db/queries/grids';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { joinGrids } from '../../arrange-actions';
import { GridTrail } from '../../grid-trail';

export const metadata: Metadata = { title: 'Merge grids' };

type Props = PageProps<'/grids/[slug]/merge'>;

export default async function MergeGridPage({ params }: Props) {
  const { slug } = await params;
  const grid = findGrid(slug);
  if (!grid) notFound();
  const account = await signedIn(`/grids/${slug}/merge/`);
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        Merge <bdi>{grid.title}</bdi> into another grid
      </h1>
      <p className="mb-6 max-w-prose">
        Its packages, features and cells go to the other grid, and its URL leads there. Where both
        have a cell of the same feature and package, the other’s stays, and what this one says goes
        into its note. The change can be reverted.
      </p>
      {mayDo(account, 'grid.merge', grid) ? (
        <Form
          action={joinGrids}
          initial={await openForm({ grid: String(grid.id) })}
          submit="Merge"
          labels={{ into: 'Other grid', reason: 'Reason' }}
        >
          <Hidden name="grid" />
          <Field
            name="into"
            label="Other grid"
            hint="Its title, or the last part of its URL."
            isRequired
          />
          <ReasonField />
        </Form>
      ) : (
        <Refusal permission="grid.merge" isLocked={grid.isLocked} />
      )}
    </>
  );
}
