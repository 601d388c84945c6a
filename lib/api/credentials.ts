import type { Answer } from './answers';

const malformed = (reason: string) => `Invalid basic header. ${reason}`;

/**
 * Rejects HTTP Basic credentials with the messages of djangopackages.org; undefined if the request has none. The API has no passwords, so
 * any credentials are wrong.
 */
export function refuseCredentials(authorization: string | null): Answer | undefined {
  const [scheme = '', ...credentials] = (authorization ?? '').trim().split(/\s+/);
  if (scheme.toLowerCase() !== 'basic') return undefined;
  return { status: 403, document: { detail: reasonOf(credentials) } };
}

function reasonOf([given, ...rest]: string[]): string {
  if (given === undefined) return malformed('No credentials provided.');
  if (rest.length > 0) return malformed('Credentials string should not contain spaces.');
  const isBase64 = /^[\w+/-]*={0,2}$/.test(given) && given.length % 4 === 0;
  return isBase64
    ? 'Invalid username/password.'
    : malformed('Credentials not correctly base64 encoded.');
}
