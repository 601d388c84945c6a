import { z } from 'zod';

/** A whole number as Python's int() reads it: blanks around it, a sign, and underscores between digits. Minus zero is zero. */
export const pythonInt = z
  .string()
  .trim()
  .regex(/^[-+]?\d+(_\d+)*$/)
  .transform((text) => Number(text.replaceAll('_', '')) + 0);
