import { Breadcrumbs } from '@/components/layout/breadcrumbs';

interface PackageTrailProps {
  package: { slug: string; title: string };
}

/** Breadcrumbs of the personal pages of a package. */
export function PackageTrail({ package: { slug, title } }: PackageTrailProps) {
  const trail = [
    { href: '/packages/', label: 'Packages' },
    { href: `/packages/p/${slug}/`, label: title },
  ];
  return <Breadcrumbs trail={trail} />;
}
