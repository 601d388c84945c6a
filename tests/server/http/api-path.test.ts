import { expect, test } from 'vitest';
import { isOfApi } from '@/lib/http/url/api-path';

test.each([
  '/api/v4/packages/?q=a',
  '/api/v1',
  '/API/v4/packages.json',
  '/./api/v4/packages/',
  '/packages/../api/v4/packages/',
  '/packages/%2e%2e/api/v4/packages/',
  '\\api/v4/',
  'http://example.org/api/v4/packages/',
])('%s is of the API, whichever way it is written', (url) => {
  expect(isOfApi(url)).toBe(true);
});

test.each(['/', '/api/', '/api/versions/', '/packages/?next=/api/v4/', 'http://', ''])(
  '%s is not of the API',
  (url) => {
    expect(isOfApi(url)).toBe(false);
  },
);
