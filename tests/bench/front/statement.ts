import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.null()]);

/** A read of the database as a page makes it. */
export const statement = z.object({
  sql: z.string(),
  values: z.array(z.union([value, z.record(z.string(), value)])),
  method: z.enum(['all', 'get']),
  /** Whether its rows are lists of values, as Drizzle reads them, or objects. */
  isRaw: z.boolean(),
});

export type Statement = z.infer<typeof statement>;

/** What a page reads, by its path. */
export const pathStatements = z.object({ path: z.string(), statements: z.array(statement) });

export type PathStatements = z.infer<typeof pathStatements>;
