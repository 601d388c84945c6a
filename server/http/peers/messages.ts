import { z } from 'zod';
import { encodings } from '../answer/encoding';

/** What a worker asks another one for: the answer to a request, in a form. */
export const wanted = z.object({
  url: z.string(),
  host: z.string().optional(),
  accept: z.string().optional(),
  encoding: z.enum(encodings),
});

/** What an answer was drawn from. */
const reads = z.object({
  list: z.array(
    z.object({
      sql: z.string(),
      manner: z.enum(['all', 'get']),
      shape: z.enum(['objects', 'lists', 'values']),
      values: z.array(z.unknown()),
    }),
  ),
  digest: z.string(),
});

/** An answer in one form, and what it takes to know how long it holds. */
const givenAnswer = z.object({
  /** Whether it was there already. */
  source: z.enum(['hit', 'miss']),
  status: z.number(),
  type: z.string(),
  head: z.array(z.string()),
  encoding: z.enum(encodings),
  form: z.custom<Uint8Array>((it) => it instanceof Uint8Array),
  hasForms: z.boolean(),
  tag: z.string().optional(),
  modifiedAt: z.number().optional(),
  reads: reads.optional(),
  /** Milliseconds since it was begun to be drawn. */
  age: z.number(),
});

/** Instead of an answer: too many wait there already, or the one who asks has to draw it for itself. */
export const given = z.union([givenAnswer, z.enum(['busy', 'none'])]);

export type Wanted = z.infer<typeof wanted>;
export type GivenAnswer = z.infer<typeof givenAnswer>;
export type Given = z.infer<typeof given>;
