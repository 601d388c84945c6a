import type { OldOperation } from '../v3/operations';
import { errorSchema } from '../v3/schemas';
import { cacheable, rateLimited, location, retryAfter } from './headers';
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
    description: 'Sign-in required.',
    headers: {
      ...rateLimited,
      Location: { description: 'Address of the sign-in page.', schema: { type: 'string' } },
    },
  },
  V3Moved: error('The slug of the record has changed.', { ...rateLimited, Location: location }),
  V3Error400: error('`limit` or `offset` is negative.', rateLimited),
  V3Error404: error('Not found.', rateLimited),
  V3Error429: error('Too many requests; retry after the seconds in Retry-After.', {
    ...rateLimited,
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
    ...parts.map((part) => ({ ...part, in: 'path', required: true })),
    ...query.map((parameter) => ({ ...parameter, in: 'query', required: false })),
  ].map(({ means, ...parameter }) => ({ ...parameter, schema: inlineSchema(means) }));
  const documented = {
    200: {
      description: 'The document.',
      headers: cacheable,
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
      responses: document ? documented : signIn,
    },
  };
}
