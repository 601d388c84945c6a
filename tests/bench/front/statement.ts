import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.null()]);

/** A database read of a page. */
export const statement = z.object({
  sql: z.string(),
  values: z.array(z.union([value, z.record(z.string(), value)])),
  method: z.enum(['all', 'get']),
  /** Whether rows are read as arrays, like Drizzle does, or as objects. */
  isRaw: z.boolean(),
});

export type Statement = z.infer<typeof statement>;

/** The reads of each page, by path. */
export const pathStatements = z.object({ path: z.string(), statements: z.array(statement) });

export type PathStatements = z.infer<typeof pathStatements>;
