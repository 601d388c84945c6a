import type { OldOperation } from '../v3/operations';
import { errorSchema } from '../v3/schemas';
import { kept, limited, location, retryAfter } from './headers';
import { isRenamable } from './responses';
import { inlineSchema, refTo, type JsonSchema } from './schema';

const error = (description: string, headers: JsonSchema) => ({
  description,
  headers,
  content: { 'application/json': { schema: refTo(errorSchema) } },
});

/** Responses shared by all v3 operations, by the name they are referenced with. */
export const oldResponses = {
  V3SignIn: {
    description: 'Only those who are signed in may read this.',
    headers: {
      ...limited,
      Location: { description: 'Where to sign in.', schema: { type: 'string' } },
    },
  },
  V3Moved: error('The record has another slug now.', { ...limited, Location: location }),
  V3Error400: error('A limit or an offset is negative.', limited),
  V3Error404: error('There is no such record.', limited),
  V3Error429: error('Too many requests; Retry-After says for how many seconds to wait.', {
    ...limited,
    'Retry-After': retryAfter,
  }),
};

const ref = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** The OpenAPI path item of a v3 operation. */
export function oldPathItem({
  id,
  path,
  summary,
  parts,
  query,
  document,
}: OldOperation): JsonSchema {
  const parameters = [
    ...parts.map((it) => ({ ...it, in: 'path', required: true })),
    ...query.map((it) => ({ ...it, in: 'query', required: false })),
  ].map(({ means, ...it }) => ({ ...it, schema: inlineSchema(means) }));
  const answered = {
    200: {
      description: 'The document.',
      headers: kept,
      ...(document ? { content: { 'application/json': { schema: refTo(document) } } } : {}),
    },
    ...(isRenamable(path) ? { 301: ref('V3Moved') } : {}),
    304: ref('NotModified'),
    ...(query.length > 0 ? { 400: ref('V3Error400') } : {}),
    404: ref('V3Error404'),
    429: ref('V3Error429'),
  };
  const signIn = { 302: ref('V3SignIn'), 429: ref('V3Error429'), default: ref('V3Error404') };
  return {
    get: {
      operationId: id,
      tags: ['v3'],
      summary,
      parameters,
      responses: document ? answered : signIn,
    },
  };
}
