import { Breadcrumbs } from '@/components/layout/breadcrumbs';

/** The way back from a page about one's account. */
export function AccountTrail({ name }: { name: string }) {
  return (
    <Breadcrumbs
      trail={[
        { href: `/profiles/${name}/`, label: name },
        { href: '/profiles/edit/', label: 'Edit your profile' },
      ]}
    />
  );
}
