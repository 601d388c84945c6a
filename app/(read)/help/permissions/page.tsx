import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { PROMOTION } from '@/lib/accounts/promotion';
import { mayDo, permissions, type PermissionName } from '@/lib/accounts/permissions';
import { roles } from '@/lib/accounts/roles';

export const metadata: Metadata = {
  title: 'Roles and permissions',
  description: 'The roles of accounts on Packgrid, and what each of them can do.',
};

const names = Object.keys(permissions).filter(
  (name): name is PermissionName => name in permissions,
);

export default function PermissionsPage() {
  return (
    <PageFrame>
      <h1 className="mb-3 text-title">Roles and permissions</h1>
      <p className="mb-4 max-w-prose">
        Everyone can read everything. An account is <em>new</em> at first, and becomes an{' '}
        <em>editor</em> after {PROMOTION.days} days and {PROMOTION.changes} changes that were not
        reverted. Administrators assign the other roles.
      </p>
      <div role="region" aria-label="Permissions by role" tabIndex={0} className="overflow-x-auto">
        <table className="text-table">
          <caption className="sr-only">Permissions by role</caption>
          <thead>
            <tr className="border-b border-line">
              <td />
              {roles.map((role) => (
                <th key={role} scope="col" className="px-3 py-2 text-left">
                  {role}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name} className="border-b border-line">
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  {permissions[name].label}
                </th>
                {roles.map((role) => (
                  <td key={role} className="px-3 py-2">
                    {answerOf(name, role)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PageFrame>
  );
}

function answerOf(name: PermissionName, role: (typeof roles)[number]): string {
  if (!mayDo({ role }, name)) return 'no';
  return mayDo({ role }, name, { isLocked: true }) ? 'yes' : 'yes, unless locked';
}
