/** Maximum number of packages and grids that an account can watch. */
export const MOST_WATCHED = 500;
