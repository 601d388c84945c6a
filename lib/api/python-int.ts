import { z } from 'zod';

/** An integer as Python's int() parses it: surrounding whitespace, a sign, underscores between digits. -0 becomes 0. */
export const pythonInt = z
  .string()
  .trim()
  .regex(/^[-+]?\d+(_\d+)*$/)
  .transform((text) => Number(text.replaceAll('_', '')) + 0);
