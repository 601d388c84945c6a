import { Breadcrumbs } from '@/components/layout/breadcrumbs';

interface PackageTrailProps {
  pkg: { slug: string; title: string };
  /** Whether it leads to the page with all forms of the package too. */
  hasEdit?: boolean;
}

/** Breadcrumbs of the forms of a package. */
export function PackageTrail({ pkg: { slug, title }, hasEdit = true }: PackageTrailProps) {
  const trail = [
    { href: '/packages/', label: 'Packages' },
    { href: `/packages/p/${slug}/`, label: title },
    ...(hasEdit ? [{ href: `/packages/${slug}/edit/`, label: 'Edit' }] : []),
  ];
  return <Breadcrumbs trail={trail} />;
}
