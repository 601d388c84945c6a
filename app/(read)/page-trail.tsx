import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { breadcrumbList } from '@/lib/structured/things';
import { StructuredData } from './structured-data';

interface PageTrailProps {
  trail: { href: string; label: string }[];
  /** Base URL of absolute links. */
  base: string;
  /** Name of the page itself. */
  name: string;
}

/** Breadcrumbs, visible and as structured data. */
export function PageTrail({ base, trail, name }: PageTrailProps) {
  return (
    <>
      <Breadcrumbs trail={trail} />
      <StructuredData of={[breadcrumbList(base, trail, name)]} />
    </>
  );
}
