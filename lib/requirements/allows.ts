import { satisfies, validRange } from '@renovatebot/pep440';
import { isReadable } from '@/lib/package/versions';

/** Whether version specifiers allow a version (PEP 440); null if either can't be parsed. */
export function allowsVersion(specifier: string | null, version: string | null): boolean | null {
  if (version === null || !isReadable(version)) return null;
  if (specifier === null) return true;
  if (!validRange(specifier)) return null;
  // The newest release is a pre-release only where there is no final one, and pip installs it then.
  return satisfies(version, specifier, { prereleases: true });
}
