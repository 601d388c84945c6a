import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';

interface PackagePageProps {
  package: { slug: string; title: string };
  /** What the page does to the package, such as "Report". */
  verb: string;
  children: ReactNode;
}

/** The frame of a page with a form about a package. */
export function PackagePage({ package: { slug, title }, verb, children }: PackagePageProps) {
  const trail = [
    { href: '/packages/', label: 'Packages' },
    { href: `/packages/p/${slug}/`, label: title },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} />
      <h1 className="mb-3 text-title">
        {verb} <bdi>{title}</bdi>
      </h1>
      {children}
    </>
  );
}
