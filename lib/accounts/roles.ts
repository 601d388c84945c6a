/** Roles of accounts, each with the permissions of those before it (lib/accounts/permissions.ts). */
export const roles = ['new', 'editor', 'trusted', 'moderator', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Whether a role includes the permissions of another. */
export const includesRole = (role: Role, other: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(other);
