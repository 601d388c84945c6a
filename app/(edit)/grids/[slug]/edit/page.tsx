import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Form, Hidden } from '@/components/forms/form';
import { GridFieldset, gridLabels } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { Section } from '@/components/layout/section';
import { EditTable } from '@/components/forms/edit-table';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { editGrid, setGridLock } from '../../actions';
import { GridTrail } from '../../grid-trail';

export const metadata: Metadata = { title: 'Edit a grid' };

type Props = PageProps<'/grids/[slug]/edit'>;

export default async function EditGridPage({ params }: Props) {
  const { slug } = await params;
  const grid = findGrid(slug);
  if (!grid) notFound();
  const account = await signedIn(`/grids/${slug}/edit/`);
  const fields = { title: grid.title, description: grid.description };
  const ids = { grid: String(grid.id) };
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        Edit <bdi>{grid.title}</bdi>
      </h1>
      {mayDo(account, 'grid.edit', grid) ? (
        <>
          <EditTable
            grid={grid}
            packages={listComparedPackages(grid.id)}
            features={listFeatures(grid.id)}
            cells={listCells(grid.id)}
            mayRemove={mayDo(account, 'grid.package.remove', grid)}
          />
          <Section id="about" title="Title and description">
            <Form
              action={editGrid}
              initial={await openForm({ ...fields, ...ids }, fields)}
              submit="Save"
              labels={gridLabels}
            >
              <Hidden name="grid" />
              <Hidden name="opened" />
              <GridFieldset />
            </Form>
          </Section>
        </>
      ) : (
        <Refusal permission="grid.edit" isLocked={grid.isLocked} />
      )}
      {mayDo(account, 'record.lock') && (
        <Section id="lock" title="Lock">
          <Form
            action={setGridLock}
            initial={await openForm({ ...ids, lock: grid.isLocked ? 'no' : 'yes' })}
            submit={grid.isLocked ? 'Unlock this grid' : 'Lock this grid'}
            labels={{}}
          >
            <Hidden name="grid" />
            <Hidden name="lock" />
            <input type="hidden" name="reason" value="" />
          </Form>
        </Section>
      )}
    </>
  );
}
