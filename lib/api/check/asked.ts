import { addressKey, pypiKey } from '@/lib/search/query';

/** One request names so many projects at most. */
export const MOST_CHECKED = 500;

/** No name and no address that the catalogue holds is longer; to match what is takes time that grows with its square. */
const LONGEST = 500;

/** A name of PyPI, then what a line of a requirements file may have behind it (PEP 508). */
const requirement = /^([a-z0-9](?:[\w.-]*[a-z0-9])?)\s*(?:$|[[(<>=!~;@#\s])/i;

/**
 * The key under which the index holds a project that somebody named: by its name on PyPI, by a line of a requirements file, or by the
 * address of its repository or of its page on PyPI. Undefined for what is none of these.
 */
export function projectKey(asked: string): string | undefined {
  if (asked.length > LONGEST) return undefined;
  const [, name, address] = /^([\w.-]+(?:\[[^\]]*\])?)\s*@\s*(\S+:\/\/\S+)$/.exec(asked) ?? [];
  if (address !== undefined && name !== undefined) return addressKey(address) ?? projectKey(name);
  const key = addressKey(asked);
  if (key !== undefined) return key;
  const found = requirement.exec(asked)?.[1];
  return found === undefined ? undefined : pypiKey(found);
}
