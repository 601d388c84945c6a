import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Form, Hidden } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { openForm } from '../../../../../run-form';
import { signedIn } from '../../../../../signed-in';
import { deleteExample } from '../../../../moderated-actions';
import { PackagePage } from '../../../../package-page';
import { findAsked, permissionFor } from '../find-asked';

export const metadata: Metadata = { title: 'Delete a site using a package' };

type Props = PageProps<'/packages/[slug]/example/[example]/delete'>;

export default async function DeleteExamplePage({ params }: Props) {
  const asked = await params;
  const account = await signedIn(`/packages/${asked.slug}/example/${asked.example}/delete/`);
  const example = findAsked(asked);
  if (!example) notFound();
  const { id, title, url, package: pkg } = example;
  const { permission, isAllowed } = permissionFor(example, account);
  return (
    <PackagePage package={pkg} verb="Delete a site using">
      {isAllowed ? (
        <Form
          action={deleteExample}
          initial={await openForm({ example: String(id) })}
          submit="Delete site"
          labels={{ reason: 'Reason' }}
        >
          <Hidden name="example" />
          <p className="wrap-anywhere">
            <bdi>{title}</bdi> (<bdi>{url}</bdi>) will no longer be listed.
          </p>
          <ReasonField />
        </Form>
      ) : (
        <Refusal permission={permission} isLocked={pkg.isLocked} />
      )}
    </PackagePage>
  );
}
