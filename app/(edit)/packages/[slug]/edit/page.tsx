import type { Metadata } from 'next';
import { Form, Hidden } from '@/components/forms/form';
import { PackageFieldset, packageLabels } from '@/components/forms/package-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { Section } from '@/components/layout/section';
import { listCategories } from '@/db/queries/categories';
import { findEditedPackage } from '@/db/queries/edited-package';
import { mayDo } from '@/lib/accounts/permissions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { editPackage, setPackageLock } from '../../actions';
import { packageToEdit } from '../../package-to-edit';
import { PackageTrail } from '../../package-trail';

export const metadata: Metadata = { title: 'Edit a package' };

type Props = PageProps<'/packages/[slug]/edit'>;

const pathOf = (slug: string) => `/packages/${slug}/edit/`;

/** The other forms of a package, for those who may use them. */
const others = [
  { path: 'documentation/edit', label: 'Change the documentation link', needs: 'package.edit' },
  { path: 'deprecate', label: 'Mark as deprecated, or undo that', needs: 'package.deprecate' },
  { path: 'rename', label: 'Change the URL', needs: 'package.rename' },
  { path: 'example/add', label: 'Add a site that uses it', needs: 'example.add' },
  { path: 'flag', label: 'Report it to the moderators', needs: 'package.flag' },
] as const;

export default async function EditPackagePage({ params }: Props) {
  const pkg = packageToEdit((await params).slug, pathOf);
  const account = await signedIn(pathOf(pkg.slug));
  const { repository, pypi, documentation, ...texts } = findEditedPackage(pkg.id) ?? {};
  const fields = {
    ...texts,
    repository: repository ?? '',
    pypi: pypi ?? '',
    documentation: documentation ?? '',
  };
  const ids = { package: String(pkg.id) };
  const links = others.filter(({ needs }) => mayDo(account, needs, pkg));
  return (
    <>
      <PackageTrail pkg={pkg} hasEdit={false} />
      <h1 className="mb-3 text-title">
        Edit <bdi>{pkg.title}</bdi>
      </h1>
      {mayDo(account, 'package.edit', pkg) ? (
        <Form
          action={editPackage}
          initial={await openForm({ ...fields, ...ids }, fields)}
          submit="Save"
          labels={packageLabels}
        >
          <Hidden name="package" />
          <Hidden name="opened" />
          <PackageFieldset categories={listCategories()} />
        </Form>
      ) : (
        <Refusal permission="package.edit" isLocked={pkg.isLocked} />
      )}
      {links.length > 0 && (
        <Section id="others" title="Other changes">
          <ul>
            {links.map(({ path, label }) => (
              <li key={path} className="mb-2">
                <a href={`/packages/${pkg.slug}/${path}/`} className="underline">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mayDo(account, 'record.lock') && (
        <Section id="lock" title="Lock">
          <Form
            action={setPackageLock}
            initial={await openForm({ ...ids, lock: pkg.isLocked ? 'no' : 'yes' })}
            submit={pkg.isLocked ? 'Unlock this package' : 'Lock this package'}
            labels={{}}
          >
            <Hidden name="package" />
            <Hidden name="lock" />
          </Form>
        </Section>
      )}
    </>
  );
}
