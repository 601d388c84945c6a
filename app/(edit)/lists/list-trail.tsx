import { Breadcrumbs } from '@/components/layout/breadcrumbs';

interface ListTrailProps {
  owner: string;
  list: { slug: string; title: string };
}

/** Breadcrumbs of the forms of a list. */
export function ListTrail({ owner, list: { slug, title } }: ListTrailProps) {
  const trail = [
    { href: '/lists/', label: 'Your lists' },
    { href: `/lists/${owner}/${slug}/`, label: title },
  ];
  return <Breadcrumbs trail={trail} />;
}
