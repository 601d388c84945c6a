import { listCheckedPackages } from '@/db/queries/check-packages';
import { listNearestNames } from '@/db/queries/search';
import type { CheckResult } from '@/lib/api/check/document';
import { projectKeys } from '@/lib/search/project-keys';
import { MOST_GUESSED } from '@/lib/api/check/limits';
import type { Entry, Requirement } from '@/lib/requirements/entry';

const MOST_NEAREST = 3;

/** Adds to each requirement its package, or else packages with similar names. */
export function withPackages(entries: Entry[]): CheckResult[] {
  const packages = listCheckedPackages(entries.flatMap(keysOf));
  let guesses = 0;
  return entries.map((entry) => {
    if (entry.kind !== 'read') return entry;
    const key = keysOf(entry).find((it) => packages.has(it));
    if (key !== undefined) return { ...entry, package: packages.get(key), nearest: [] };
    guesses += 1;
    const nearest = guesses > MOST_GUESSED ? undefined : listNearest(entry);
    return { ...entry, package: undefined, nearest };
  });
}

const keysOf = (entry: Entry) => (entry.kind === 'read' ? projectKeys(entry) : []);

/** A repository without a project name is looked up by the last segment of its URL. */
function listNearest({ name, url }: Requirement) {
  const text = name ?? url?.split('/').at(-1) ?? '';
  return listNearestNames(text, { kind: 'package', limit: MOST_NEAREST });
}
