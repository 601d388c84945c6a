import type { Metadata } from 'next';
import { Field, Form, Hidden } from '@/components/forms/form';
import { ReasonField } from '@/components/forms/grid-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { Section } from '@/components/layout/section';
import { findDeprecation } from '@/db/queries/edited-package';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { deprecate, undeprecate } from '../../deprecation-actions';
import { packageToEdit } from '../../package-to-edit';
import { PackageTrail } from '../../package-trail';

export const metadata: Metadata = { title: 'Deprecate a package' };

type Props = PageProps<'/packages/[slug]/deprecate'>;

const labels = {
  replacement: 'Replacement',
  source: 'Announcement',
  date: 'Date',
  reason: 'Reason',
};

const pathOf = (slug: string) => `/packages/${slug}/deprecate/`;

export default async function DeprecatePage({ params }: Props) {
  const pkg = packageToEdit((await params).slug, pathOf);
  const account = await signedIn(pathOf(pkg.slug));
  const { isDeprecated = false, fields = {} } = findDeprecation(pkg.id) ?? {};
  const ids = { package: String(pkg.id) };
  return (
    <>
      <PackageTrail pkg={pkg} />
      <h1 className="mb-3 text-title">
        {isDeprecated ? 'Deprecation of' : 'Deprecate'} <bdi>{pkg.title}</bdi>
      </h1>
      {mayDo(account, 'package.deprecate', pkg) ? (
        <>
          <p className="mb-6 max-w-prose">
            A package is deprecated if its maintainers advise against using it. It stays in its
            grids with a warning, and leaves the lists of packages.
          </p>
          <Form
            action={deprecate}
            initial={await openForm({ ...fields, ...ids }, fields)}
            submit={isDeprecated ? 'Save' : 'Mark as deprecated'}
            labels={labels}
          >
            <Hidden name="package" />
            <Hidden name="opened" />
            <Field
              name="replacement"
              label={labels.replacement}
              hint="What to use instead: its name or address here, or the address of a project that isn’t listed. Leave empty if there is none."
            />
            <Field
              name="source"
              label={labels.source}
              hint="The address of the page that says so, such as its README."
              type="url"
            />
            <Field name="date" label={labels.date} hint="When it was announced, as 2026-05-31." />
            <ReasonField />
          </Form>
          {isDeprecated && (
            <Section id="undo" title="No longer deprecated">
              <Form
                action={undeprecate}
                initial={await openForm(ids)}
                submit="Undo the deprecation"
                labels={{}}
              >
                <Hidden name="package" />
              </Form>
            </Section>
          )}
        </>
      ) : (
        <Refusal permission="package.deprecate" isLocked={pkg.isLocked} />
      )}
    </>
  );
}
