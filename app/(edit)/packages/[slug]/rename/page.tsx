import type { Metadata } from 'next';
import { Refusal } from '@/components/forms/refusal';
import { RenameForm } from '@/components/forms/rename-form';
import { mayDo } from '@/lib/accounts/permissions';
import { rename } from '../../../rename-actions';
import { openForm } from '../../../run-form';
import { signedIn } from '../../../signed-in';
import { packageToEdit } from '../../package-to-edit';
import { PackageTrail } from '../../package-trail';

export const metadata: Metadata = { title: 'Change the URL of a package' };

type Props = PageProps<'/packages/[slug]/rename'>;

const pathOf = (slug: string) => `/packages/${slug}/rename/`;

export default async function RenamePackagePage({ params }: Props) {
  const pkg = packageToEdit((await params).slug, pathOf);
  const account = await signedIn(pathOf(pkg.slug));
  const { slug } = pkg;
  const ids = { kind: 'package', id: String(pkg.id) };
  return (
    <>
      <PackageTrail pkg={pkg} />
      <h1 className="mb-3 text-title">
        URL of <bdi>{pkg.title}</bdi>
      </h1>
      {mayDo(account, 'package.rename', pkg) ? (
        <RenameForm
          action={rename}
          initial={await openForm({ slug, ...ids }, { slug })}
          path={`/packages/p/${slug}/`}
        />
      ) : (
        <Refusal permission="package.rename" isLocked={pkg.isLocked} />
      )}
    </>
  );
}
