import { Breadcrumbs } from '@/components/layout/breadcrumbs';

/** Breadcrumbs of the pages of one's own account. */
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
