import type { Role } from './roles';

/**
 * The number of edits that an account of a role can make in an hour; roles that are not here have no limit. A new account can make a grid of
 * four packages and five features, cell by cell.
 */
export const editLimits: Partial<Record<Role, number>> = { new: 60, editor: 200, trusted: 1000 };
