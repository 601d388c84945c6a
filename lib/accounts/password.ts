import { z } from 'zod';

/** Limits in characters: NIST SP 800-63B asks for at least 8, and for no rules on which. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

export const password = z
  .string()
  .min(SHORTEST_PASSWORD, `must have at least ${SHORTEST_PASSWORD} characters`)
  .max(LONGEST_PASSWORD, `must have at most ${LONGEST_PASSWORD} characters`);
