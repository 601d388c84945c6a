import { Breadcrumbs } from '@/components/layout/breadcrumbs';

/** Breadcrumbs of the forms of a grid. */
export function GridTrail({ grid: { slug, title } }: { grid: { slug: string; title: string } }) {
  const trail = [
    { href: '/grids/', label: 'Grids' },
    { href: `/grids/g/${slug}/`, label: title },
    { href: `/grids/${slug}/edit/`, label: 'Edit' },
  ];
  return <Breadcrumbs trail={trail} />;
}
