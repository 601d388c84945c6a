import { permissions, type PermissionName } from '@/lib/accounts/permissions';

interface RefusalProps {
  permission: PermissionName;
  isLocked?: boolean;
}

/** Shown instead of a form that the account may not use. */
export function Refusal({ permission, isLocked = false }: RefusalProps) {
  const { label } = permissions[permission];
  return (
    <p role="status" className="max-w-prose py-4">
      {isLocked
        ? `This is locked: only moderators can ${label}.`
        : `Your account can’t ${label} yet.`}{' '}
      <a href="/help/permissions/" className="underline">
        Roles and permissions
      </a>
    </p>
  );
}
