import { Form, Hidden } from '@/components/forms/form';
import { Refusal } from '@/components/forms/refusal';
import { findGridPackage } from '@/db/queries/grids';
import { mayDo } from '@/lib/accounts/permissions';
import { addPath } from '@/lib/edits/add-query';
import { addPackages } from '../../grids/actions';
import { openForm } from '../../run-form';
import type { StepProps } from './step';

interface AlreadyListedProps extends StepProps {
  pkg: { id: number; slug: string; title: string };
}

/** The second step for a package that is listed: leads to it, and adds it to the grid if that is what was wanted. */
export async function AlreadyListed({ pkg, grid, account, path }: AlreadyListedProps) {
  const isInGrid = grid && findGridPackage(grid.id, pkg.id) !== undefined;
  return (
    <>
      <p className="mb-4 max-w-prose" role="status">
        This package is already listed:{' '}
        <a href={`/packages/p/${pkg.slug}/`} className="underline" dir="auto">
          {pkg.title}
        </a>
        .
        {isInGrid && (
          <>
            {' '}
            It is in{' '}
            <a href={`/grids/g/${grid.slug}/`} className="underline" dir="auto">
              {grid.title}
            </a>{' '}
            too.
          </>
        )}
      </p>
      {grid &&
        !isInGrid &&
        (mayDo(account, 'grid.package.add', grid) ? (
          <Form
            action={addPackages}
            initial={await openForm({ grid: String(grid.id), packages: pkg.slug, reason: '' })}
            submit={`Add it to ${grid.title}`}
            labels={{ packages: 'Package' }}
            path={path}
          >
            <Hidden name="grid" />
            <Hidden name="packages" />
            <Hidden name="reason" />
          </Form>
        ) : (
          <Refusal permission="grid.package.add" isLocked={grid.isLocked} />
        ))}
      <p className="mt-6">
        <a href={addPath({ grid_slug: grid?.slug })}>Add another package</a>
      </p>
    </>
  );
}
