import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ExampleFieldset, exampleLabels } from '@/components/forms/example-fieldset';
import { Form, Hidden } from '@/components/forms/form';
import { Refusal } from '@/components/forms/refusal';
import { openForm } from '../../../../../run-form';
import { signedIn } from '../../../../../signed-in';
import { editExample } from '../../../../moderated-actions';
import { PackagePage } from '../../../../package-page';
import { findAsked, permissionFor } from '../find-asked';

export const metadata: Metadata = { title: 'Edit a site using a package' };

type Props = PageProps<'/packages/[slug]/example/[example]/edit'>;

export default async function EditExamplePage({ params }: Props) {
  const asked = await params;
  const account = await signedIn(`/packages/${asked.slug}/example/${asked.example}/edit/`);
  const example = findAsked(asked);
  if (!example) notFound();
  const { id, title, url, package: pkg } = example;
  const { permission, isAllowed } = permissionFor(example, account);
  return (
    <PackagePage package={pkg} verb="Edit a site using">
      {isAllowed ? (
        <Form
          action={editExample}
          initial={await openForm({ example: String(id), title, url })}
          submit="Save"
          labels={exampleLabels}
        >
          <Hidden name="example" />
          <ExampleFieldset />
        </Form>
      ) : (
        <Refusal permission={permission} isLocked={pkg.isLocked} />
      )}
    </PackagePage>
  );
}
