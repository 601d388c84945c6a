import type { Operation } from '../operation';
import { errorSchema } from '../schemas/error';
import { ignored, cacheable, rateLimited, location, retryAfter } from './headers';
import { refTo, type JsonSchema } from './schema';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
const html = { 'text/html': { schema: { type: 'string' } } };

const errors = {
  400: 'Invalid query parameter; the error says which and why.',
  403: 'Basic authentication is not supported.',
  404: 'Unknown record or format.',
  406: 'None of the accepted media types is available.',
  413: 'The request body is too large.',
  415: 'Unsupported media type.',
  429: 'Too many requests; retry after the seconds in Retry-After.',
} as const;

/** Shared responses, by the name they are referenced with. */
export const sharedResponses = {
  Moved: {
    description: 'The slug of the record has changed.',
    headers: { ...rateLimited, Location: location },
    content: json(refTo(errorSchema)),
  },
  NotModified: { description: 'Not modified.', headers: cacheable },
  ...Object.fromEntries(
    Object.entries(errors).map(([status, description]) => [
      `Error${status}`,
      {
        description,
        headers: status === '429' ? { ...rateLimited, 'Retry-After': retryAfter } : rateLimited,
        content: json(refTo(errorSchema)),
      },
    ]),
  ),
};

const ref = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** Packages and grids have former slugs; categories have none. */
export const isRenamable = (path: string) => /^\/api\/v\d\/(packages|grids)\/\{/.test(path);

/** The responses to a GET. */
export function responsesOf({ path, document, query }: Operation): JsonSchema {
  // limit, offset and q accept any value, as on djangopackages.org; only other parameters can be invalid.
  const isStrict = Object.keys(query.shape).some(
    (name) => !['limit', 'offset', 'q'].includes(name),
  );
  return {
    200: {
      description: 'The document.',
      headers: 'ordering' in query.shape ? { ...cacheable, ...ignored } : cacheable,
      content: { ...json(refTo(document)), ...html },
    },
    ...(isRenamable(path) ? { 301: ref('Moved') } : {}),
    304: ref('NotModified'),
    ...(isStrict ? { 400: ref('Error400') } : {}),
    403: ref('Error403'),
    404: ref('Error404'),
    406: ref('Error406'),
    429: ref('Error429'),
  };
}

/** The responses to a POST, which are not cacheable. */
export function postResponsesOf({ document }: Operation): JsonSchema {
  return {
    200: {
      description: 'The document.',
      headers: rateLimited,
      content: { ...json(refTo(document)), ...html },
    },
    ...Object.fromEntries(Object.keys(errors).map((status) => [status, ref(`Error${status}`)])),
  };
}
