import type { Operation } from '../operation';
import { errorSchema } from '../schemas/error';
import { kept, limited, retryAfter } from './headers';
import { refTo, type JsonSchema } from './schema';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
const html = { 'text/html': { schema: { type: 'string' } } };

const errors = {
  400: 'A parameter of the query breaks a rule, which the error names.',
  403: 'The request carries a name and a password, and nobody has any here.',
  404: 'There is no such record, or no such format.',
  406: 'None of the formats that the request accepts is on offer.',
  429: 'Too many requests; Retry-After says for how many seconds to wait.',
} as const;

/** The answers that are alike everywhere, by the names under which an operation refers to them. */
export const sharedResponses = {
  NotModified: { description: 'The client has it already.', headers: kept },
  ...Object.fromEntries(
    Object.entries(errors).map(([status, description]) => [
      `Error${status}`,
      {
        description,
        headers: status === '429' ? { ...limited, 'Retry-After': retryAfter } : limited,
        content: json(refTo(errorSchema)),
      },
    ]),
  ),
};

const ref = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** What an operation answers. */
export function responsesOf({ document, query }: Operation): JsonSchema {
  // A query can only be wrong where there is more to it than the reference has, which forgives everything.
  const isStrict = Object.keys(query.shape).some(
    (name) => !['limit', 'offset', 'q'].includes(name),
  );
  return {
    200: {
      description: 'The document.',
      headers: kept,
      content: { ...json(refTo(document)), ...html },
    },
    304: ref('NotModified'),
    ...(isStrict ? { 400: ref('Error400') } : {}),
    403: ref('Error403'),
    404: ref('Error404'),
    406: ref('Error406'),
    429: ref('Error429'),
  };
}
