import { includesRole, type Role } from './roles';

interface Permission {
  /** Completes "can …" on the page of permissions. */
  label: string;
  /** The least role that has it. */
  role: Role;
  /** The least role that has it on a locked grid or package, if it is about one. */
  locked?: Role;
}

const LOCKED = { locked: 'moderator' } as const;

/** Who may do what: the writes, the buttons and `/help/permissions/` read this table. */
export const permissions = {
  'change.make': { label: 'edit', role: 'new' },
  'package.add': { label: 'add a package', role: 'new' },
  'package.edit': { label: 'edit a package', role: 'new', ...LOCKED },
  'package.deprecate': { label: 'mark a package as deprecated', role: 'editor', ...LOCKED },
  'package.rename': { label: 'change the URL of a package', role: 'trusted', ...LOCKED },
  'package.remove': { label: 'remove a package by reverting its addition', role: 'moderator' },
  'package.flag': { label: 'report a package', role: 'new' },
  'example.add': { label: 'add a site that uses a package', role: 'new', ...LOCKED },
  'package.use': { label: 'say that you use a package', role: 'new' },
  'person.keep': { label: 'save packages, make lists and watch changes', role: 'new' },
  'example.approveOwn': { label: 'add such a site without approval', role: 'trusted' },
  'example.edit': { label: 'edit or remove a site that someone else added', role: 'moderator' },
  'grid.add': { label: 'add a grid', role: 'new' },
  'grid.edit': { label: 'edit the title and description of a grid', role: 'new', ...LOCKED },
  'grid.rename': { label: 'change the URL of a grid', role: 'trusted', ...LOCKED },
  'grid.package.add': { label: 'add a package to a grid', role: 'new', ...LOCKED },
  'grid.package.remove': { label: 'remove a package from a grid', role: 'editor', ...LOCKED },
  'feature.add': { label: 'add a feature to a grid', role: 'new', ...LOCKED },
  'feature.edit': { label: 'edit a feature', role: 'new', ...LOCKED },
  'feature.remove': { label: 'remove a feature', role: 'editor', ...LOCKED },
  'feature.merge': { label: 'merge two features', role: 'editor', ...LOCKED },
  'grid.merge': { label: 'merge two grids', role: 'trusted', ...LOCKED },
  'cell.edit': { label: 'fill in cells', role: 'new', ...LOCKED },
  'change.revert': { label: 'revert a change', role: 'trusted', ...LOCKED },
  'change.revertOwn': { label: 'revert a change of your own', role: 'new', ...LOCKED },
  'change.revertAll': { label: 'revert all changes of an account', role: 'moderator' },
  'change.review': { label: 'review changes, links, reports and sites', role: 'moderator' },
  'record.lock': { label: 'lock and unlock grids and packages', role: 'moderator' },
  'post.write': { label: 'write posts and announcements', role: 'moderator' },
  'account.own': { label: 'edit, export and delete your own account', role: 'new' },
  'account.ban': { label: 'ban an account', role: 'moderator' },
  'account.role': { label: 'change the role of an account', role: 'admin' },
} satisfies Record<string, Permission>;

export type PermissionName = keyof typeof permissions;

/** The account that acts. */
export interface Actor {
  id: string;
  role: Role;
}

/** Whether an actor has a permission; `isLocked` says whether the record that it is about is locked. */
export function mayDo(
  actor: Pick<Actor, 'role'> | undefined,
  name: PermissionName,
  { isLocked = false } = {},
): boolean {
  if (actor === undefined) return false;
  const { role, locked = role }: Permission = permissions[name];
  return includesRole(actor.role, isLocked ? locked : role);
}

/** An actor lacks a permission. */
export class PermissionError extends Error {
  override name = 'PermissionError';

  constructor(permission: PermissionName, isLocked: boolean) {
    const { label } = permissions[permission];
    super(isLocked ? `This is locked, so you can't ${label}.` : `Your account can't ${label} yet.`);
  }
}

/** Throws PermissionError if the actor lacks a permission. Every write calls it in its transaction. */
export function requirePermission(
  actor: Pick<Actor, 'role'>,
  name: PermissionName,
  { isLocked = false } = {},
): void {
  if (!mayDo(actor, name, { isLocked })) throw new PermissionError(name, isLocked);
}
