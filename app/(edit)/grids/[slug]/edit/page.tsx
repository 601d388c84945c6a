import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readClock } from '@/app/clock';
import { Form, Hidden } from '@/components/forms/form';
import { GridFieldset, gridLabels } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/layout/button';
import { Sheet } from '@/components/forms/sheet/sheet';
import { findGrid } from '@/db/queries/grids';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { editGrid, setGridLock } from '../../actions';
import { loadSheet } from '../../load-sheet';
import { saveSheet } from '../../sheet-actions';
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
          <p className="mb-3 flex flex-wrap gap-2">
            <ButtonLink href={`/grids/${slug}/package/add/`}>Add packages</ButtonLink>
            <ButtonLink href={`/grids/feature/add/${slug}/`}>Add a feature</ButtonLink>
            <ButtonLink href={`/grids/${slug}/order/`}>Reorder features</ButtonLink>
            {mayDo(account, 'grid.merge', grid) && (
              <ButtonLink href={`/grids/${slug}/merge/`}>Merge into another grid</ButtonLink>
            )}
          </p>
          <Sheet
            {...loadSheet(grid, readClock())}
            mayRemove={mayDo(account, 'grid.package.remove', grid)}
            save={saveSheet}
            initial={await openForm()}
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
      {mayDo(account, 'grid.rename', grid) && (
        <p className="mt-6">
          <a href={`/grids/${slug}/rename/`}>Change the URL of this grid</a>
        </p>
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
