import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Field, Form, Hidden } from '@/components/forms/form';
import { QuickValues } from '@/components/forms/quick-values';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { findCell, findCellPlace } from '@/db/queries/cells';
import { findGrid } from '@/db/queries/grids';
import { mayDo } from '@/lib/accounts/permissions';
import { idParameter } from '@/lib/edits/id-parameter';
import { openForm } from '../../../../../run-form';
import { signedIn } from '../../../../../signed-in';
import { confirm, editCell } from '../../../../actions';
import { GridTrail } from '../../../../grid-trail';

export const metadata: Metadata = { title: 'Edit a cell' };

type Props = PageProps<'/grids/element/[grid]/[package]/[feature]'>;

const labels = { text: 'Value', evidence: 'Evidence', comment: 'Note', reason: 'Reason' };

export default async function CellPage({ params }: Props) {
  const given = await params;
  const grid = findGrid(given.grid);
  const ref = {
    gridId: grid?.id ?? 0,
    featureId: idParameter.parse(given.feature),
    packageId: idParameter.parse(given.package),
  };
  const place = findCellPlace(ref);
  if (!grid || !place) notFound();
  const account = await signedIn(`/grids/element/${grid.slug}/${ref.packageId}/${ref.featureId}/`);
  const { text = '', evidence = '', comment = '' } = findCell(ref) ?? {};
  const fields = { text, evidence, comment };
  const ids = {
    grid: String(grid.id),
    feature: String(ref.featureId),
    package: String(ref.packageId),
  };
  return (
    <>
      <GridTrail grid={grid} />
      <h1 className="mb-1 text-title">
        <bdi>{place.feature.title}</bdi>: <bdi>{place.package.title}</bdi>
      </h1>
      <p className="mb-4 max-w-prose text-quiet" dir="auto">
        {place.feature.description}
      </p>
      {mayDo(account, 'cell.edit', grid) ? (
        <>
          <Form
            action={editCell}
            initial={await openForm({ ...fields, ...ids }, fields)}
            submit="Save"
            labels={labels}
          >
            {Object.keys(ids).map((name) => (
              <Hidden key={name} name={name} />
            ))}
            <Hidden name="opened" />
            <Field
              name="text"
              label="Value"
              hint="“yes”, “no”, either with a note (“yes, with Redis”), or any text. Leave empty if unknown."
              isLong
            />
            <QuickValues field="text" />
            <Field
              name="evidence"
              label="Evidence"
              hint="Where to verify it: a file in the repository, such as README.md:20, or a URL."
            />
            <Field name="comment" label="Note" hint="For other editors." isLong />
            <ReasonField />
          </Form>
          {text !== '' && (
            <div className="mt-8">
              <Form
                action={confirm}
                initial={await openForm(ids)}
                submit="Still correct"
                labels={{}}
              >
                {Object.keys(ids).map((name) => (
                  <Hidden key={name} name={name} />
                ))}
              </Form>
            </div>
          )}
        </>
      ) : (
        <Refusal permission="cell.edit" isLocked={grid.isLocked} />
      )}
      <p className="mt-6">
        <a href={`/grids/element/${grid.slug}/${ref.packageId}/${ref.featureId}/history/`}>
          History of this cell
        </a>
      </p>
    </>
  );
}
