import type { Metadata } from 'next';
import { Refusal } from '@/components/forms/refusal';
import { RenameForm } from '@/components/forms/rename-form';
import { mayDo } from '@/lib/accounts/permissions';
import { rename } from '../../../rename-actions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { gridToEdit } from '../../grid-to-edit';
import { GridTrail } from '../../grid-trail';

export const metadata: Metadata = { title: 'Change the URL of a grid' };

type Props = PageProps<'/grids/[slug]/rename'>;

const pathOf = (slug: string) => `/grids/${slug}/rename/`;

export default async function RenameGridPage({ params }: Props) {
  const grid = gridToEdit((await params).slug, pathOf);
  const account = await signedIn(pathOf(grid.slug));
  const { slug } = grid;
  const ids = { kind: 'grid', id: String(grid.id) };
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-3 text-title">
        URL of <bdi>{grid.title}</bdi>
      </h1>
      {mayDo(account, 'grid.rename', grid) ? (
        <RenameForm
          action={rename}
          initial={await openForm({ slug, ...ids }, { slug })}
          path={`/grids/g/${slug}/`}
        />
      ) : (
        <Refusal permission="grid.rename" isLocked={grid.isLocked} />
      )}
    </>
  );
}
