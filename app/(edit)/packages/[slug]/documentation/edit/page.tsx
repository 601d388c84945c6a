import type { Metadata } from 'next';
import { Field, Form, Hidden } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { packageLabels } from '@/components/forms/package-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../../run-form';
import { signedIn } from '../../../../signed-in';
import { editDocumentation } from '../../../actions';
import { packageToEdit } from '../../../package-to-edit';
import { PackageTrail } from '../../../package-trail';

export const metadata: Metadata = { title: 'Edit the documentation link' };

type Props = PageProps<'/packages/[slug]/documentation/edit'>;

const pathOf = (slug: string) => `/packages/${slug}/documentation/edit/`;

export default async function DocumentationPage({ params }: Props) {
  const pkg = packageToEdit((await params).slug, pathOf);
  const account = await signedIn(pathOf(pkg.slug));
  const fields = { documentation: pkg.documentationUrl ?? '' };
  return (
    <>
      <PackageTrail pkg={pkg} />
      <h1 className="mb-3 text-title">
        Documentation of <bdi>{pkg.title}</bdi>
      </h1>
      {mayDo(account, 'package.edit', pkg) ? (
        <Form
          action={editDocumentation}
          initial={await openForm({ ...fields, package: String(pkg.id) }, fields)}
          submit="Save"
          labels={packageLabels}
        >
          <Hidden name="package" />
          <Hidden name="opened" />
          <Field
            name="documentation"
            label={packageLabels.documentation}
            hint="The address of its first page. Leave empty if it has none beside its README."
            type="url"
          />
          <ReasonField />
        </Form>
      ) : (
        <Refusal permission="package.edit" isLocked={pkg.isLocked} />
      )}
    </>
  );
}
