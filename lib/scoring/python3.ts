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

/** Whether any Python 3 release meets a requirement such as `>=3.8,<4`; undefined for what is none. */
function allowsPython3(requirement: string): boolean | undefined {
  const clauses = requirement.split(',').map((clause) => {
    const [, operator = '', wanted = '', wildcard = ''] = clausePattern.exec(clause.trim()) ?? [];
    const test = operators[operator + wildcard];
    return test && ((release: string) => test(release, wanted));
  });
  if (clauses.includes(undefined)) return undefined;
  return releases.some((release) => clauses.every((test) => test?.(release)));
}

/** By what the package requires; where that says nothing, by the Python versions that it declares. */
export function supportsPython3(requirement: string | null, declared: string[]): boolean {
  const allowed = requirement === null ? undefined : allowsPython3(requirement);
  return allowed ?? declared.some((version) => startsWith(version, '3'));
}
