import type { Requirement } from '@/lib/requirements/entry';
import { addressKey, pypiKey } from './address-key';

/**
 * Index keys to look up a required project by, best first: its repository, then its PyPI name. A fork is found by the project's name.
 */
export function projectKeys({ name, url }: Pick<Requirement, 'name' | 'url'>): string[] {
  const keys = [addressKey(url), name === null ? undefined : pypiKey(name)];
  return keys.filter((key) => key !== undefined);
}
