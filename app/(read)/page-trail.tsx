import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { breadcrumbList } from '@/lib/structured/things';
import { StructuredData } from './structured-data';

interface PageTrailProps {
  trail: { href: string; label: string }[];
  /** Of the page itself. */
  name: string;
}

/** The way back up from a page, for readers and for machines. */
export function PageTrail({ trail, name }: PageTrailProps) {
  return (
    <>
      <Breadcrumbs trail={trail} />
      <StructuredData of={(base) => [breadcrumbList(base, trail, name)]} />
    </>
  );
}
