import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Form, Hidden } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { findGrid, findGridPackage } from '@/db/queries/grids';
import { findPackageById } from '@/db/queries/packages';
import { mayDo } from '@/lib/accounts/permissions';
import { idParameter } from '@/lib/edits/id-parameter';
import { openForm } from '../../../../../run-form';
import { signedIn } from '../../../../../signed-in';
import { removePackage } from '../../../../actions';
import { GridTrail } from '../../../../grid-trail';

export const metadata: Metadata = { title: 'Remove a package from a grid' };

type Props = PageProps<'/grids/package/[grid]/[package]/delete'>;

export default async function RemoveFromGridPage({ params }: Props) {
  const { grid: slug, package: text } = await params;
  const [grid, id] = [findGrid(slug), idParameter.parse(text)];
  const pkg = findPackageById(id);
  if (!grid || !pkg || !findGridPackage(grid.id, id)) notFound();
  const account = await signedIn(`/grids/package/${slug}/${id}/delete/`);
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        Remove <bdi>{pkg.title}</bdi> from <bdi>{grid.title}</bdi>
      </h1>
      {mayDo(account, 'grid.package.remove', grid) ? (
        <>
          <p className="mb-6 max-w-prose">
            Its cells in this grid will be removed too. The history keeps them, and the change can
            be reverted.
          </p>
          <Form
            action={removePackage}
            initial={await openForm({ grid: String(grid.id), package: String(id) })}
            submit="Remove package"
            labels={{ reason: 'Reason' }}
          >
            <Hidden name="grid" />
            <Hidden name="package" />
            <ReasonField />
          </Form>
        </>
      ) : (
        <Refusal permission="grid.package.remove" isLocked={grid.isLocked} />
      )}
    </>
  );
}
