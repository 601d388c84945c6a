import type { JsonSchema } from './schema';

const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' },
  example,
});

/** Response headers with their descriptions. */
export const headers: Record<string, JsonSchema> = {
  ETag: text('Identifies this version of the document; send it back in If-None-Match.', 'W/"x"'),
  'Last-Modified': text(
    'When the catalogue last changed; send it back in If-Modified-Since.',
    'Sat, 21 Nov 2026 12:00:00 GMT',
  ),
  RateLimit: text('Remaining requests and seconds until reset.', '"minute";r=599;t=60'),
  'RateLimit-Policy': text('Allowed requests and the window in seconds.', '"minute";q=600;w=60'),
  'X-Ignored-Parameters': text(
    'Query parameters that were ignored because they are unknown or have an invalid value.',
    'category, page',
  ),
  Location: text('New address of the record.', '/api/v4/packages/wagtail/'),
  'Retry-After': {
    description: 'Seconds to wait before the next request.',
    schema: { type: 'integer', minimum: 1 },
    example: 30,
  },
};

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

/** Headers of every response. */
export const rateLimited = {
  RateLimit: header('RateLimit'),
  'RateLimit-Policy': header('RateLimit-Policy'),
};

/** Headers of cacheable responses. */
export const cacheable = {
  ETag: header('ETag'),
  'Last-Modified': header('Last-Modified'),
  ...rateLimited,
};

export const location = header('Location');

/** Additional headers of lists. */
export const ignored = { 'X-Ignored-Parameters': header('X-Ignored-Parameters') };

export const retryAfter = header('Retry-After');
