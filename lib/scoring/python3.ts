import { compareVersions } from '@/lib/versions';

/** The Python 3 releases that a requirement is tried against. */
const releases = Array.from({ length: 15 }, (_, minor) => `3.${minor}`);

const clausePattern = /^(>=|<=|==|!=|~=|>|<)\s*(\d+(?:\.\d+)*)(\.\*)?$/;

const startsWith = (release: string, prefix: string) => `${release}.`.startsWith(`${prefix}.`);

const operators: Record<string, (release: string, wanted: string) => boolean> = {
  '>=': (release, wanted) => compareVersions(release, wanted) >= 0,
  '<=': (release, wanted) => compareVersions(release, wanted) <= 0,
  '>': (release, wanted) => compareVersions(release, wanted) > 0,
  '<': (release, wanted) => compareVersions(release, wanted) < 0,
  '==': (release, wanted) => compareVersions(release, wanted) === 0,
  '!=': (release, wanted) => compareVersions(release, wanted) !== 0,
  '==.*': startsWith,
  '!=.*': (release, wanted) => !startsWith(release, wanted),
  '~=': (release, wanted) =>
    compareVersions(release, wanted) >= 0 &&
    startsWith(release, wanted.slice(0, wanted.lastIndexOf('.'))),
};

/** Those of some Python releases that meet a requirement such as `>=3.8,<4`; undefined for what is none. */
export function allowedReleases(requirement: string, among: string[]): string[] | undefined {
  const clauses = requirement.split(',').map((clause) => {
    const [, operator = '', wanted = '', wildcard = ''] = clausePattern.exec(clause.trim()) ?? [];
    const test = operators[operator + wildcard];
    return test && ((release: string) => test(release, wanted));
  });
  if (clauses.includes(undefined)) return undefined;
  return among.filter((release) => clauses.every((test) => test?.(release)));
}

/** By what the package requires; where that says nothing, by the Python versions that it declares. */
export function supportsPython3(requirement: string | null, declared: string[]): boolean {
  const allowed = requirement === null ? undefined : allowedReleases(requirement, releases);
  return allowed ? allowed.length > 0 : declared.some((version) => startsWith(version, '3'));
}
