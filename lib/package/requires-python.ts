import { explain, satisfies, validRange } from '@renovatebot/pep440';

/** Maximum length in characters; no Requires-Python on PyPI is longer, and longer texts aren't parsed, to save time. */
const LONGEST = 500;

/** Whether any release of a Python line, such as `3.11`, is allowed. */
type Allows = (line: string) => boolean;

/**
 * Parses a Requires-Python: PEP 440 specifiers, and common unambiguous mistakes such as `>=3.9,`, `>=3.10.*`, `>=3.6 <4`, `^3.10`,
 * `~3.10`, `3.11`, `3.8+` and `>=3.8 || 2.7`. Returns undefined for any other text.
 */
function readRequiresPython(text: string): Allows | undefined {
  if (text.length > LONGEST) return undefined;
  const alternatives = text
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .split(/\|\|?/)
    .map(specifierOf);
  const known = alternatives.filter((it) => it !== undefined);
  if (known.length < alternatives.length) return undefined;
  return (line) => known.some((specifier) => isAllowed(line, specifier));
}

/** The given Python lines that a Requires-Python allows; undefined if it can't be parsed. */
export function allowedLines(text: string, lines: readonly string[]): string[] | undefined {
  const allows = readRequiresPython(text);
  return allows && lines.filter(allows);
}

const pythons = Array.from({ length: 15 }, (_, minor) => `3.${14 - minor}`);

/** Whether a package supports Python 3, by its Requires-Python or, if that is missing or can't be parsed, by its declared versions. */
export function supportsPython3(requirement: string | null, declared: string[]): boolean {
  const allows = requirement === null ? undefined : readRequiresPython(requirement);
  return allows ? pythons.some(allows) : declared.some((it) => `${it}.`.startsWith('3.'));
}

const clausePattern = /[\s,]*(\^|~=|~|===|==|=|!=|<=|>=|<|>|)\s*([^\s,<>=!~^|()]+)[\s,]*/y;

/** Converts clauses, even without commas between them, to a PEP 440 specifier. */
function specifierOf(text: string): string | undefined {
  const clauses: { operator: string; version: string }[] = [];
  clausePattern.lastIndex = 0;
  for (let end = 0; end < text.length; end = clausePattern.lastIndex) {
    const [, operator = '', version = ''] = clausePattern.exec(text) ?? [];
    if (version === '') return undefined;
    clauses.push({ operator, version });
  }
  // Several versions without operators are ambiguous.
  const isBare = clauses.some(({ operator }) => operator === '' || operator === '=');
  if (clauses.length === 0 || (isBare && clauses.length > 1)) return undefined;
  const specifiers = clauses.map(clauseOf);
  return specifiers.every(
    (specifier) => specifier === '' || (specifier !== undefined && validRange(specifier)),
  )
    ? specifiers.join(',')
    : undefined;
}

/** Converts a clause to PEP 440; empty if it allows everything. */
function clauseOf({ operator, version }: { operator: string; version: string }) {
  if (version === '*') return operator === '' ? '' : undefined;
  const [, number = '', tail = ''] = /^(.*?)(\.\*|\.x|\+)?$/i.exec(version) ?? [];
  if (explain(number) === null || (tail === '+' && operator !== '')) return undefined;
  const isWild = tail !== '' && tail !== '+';
  return writers[operator]?.(number, isWild, tail === '+');
}

/** PEP 440 form of each operator; `isWild` if the number was followed by `.*` or `.x`, `isOpen` if by `+`. */
const writers: Record<
  string,
  (number: string, isWild: boolean, isOpen: boolean) => string | undefined
> = {
  '': (number, isWild, isOpen) => (isOpen ? `>=${number}` : exactly(number, isWild)),
  '=': exactly,
  '==': (number, isWild) => `==${number}${isWild ? '.*' : ''}`,
  '!=': (number, isWild) => `!=${number}${isWild ? '.*' : ''}`,
  '>=': (number) => `>=${number}`,
  '<': (number) => `<${number}`,
  '>': (number, isWild) => (isWild ? `>=${raise(number)}` : `>${number}`),
  '<=': (number, isWild) => (isWild ? `<${raise(number)}` : `<=${number}`),
  '~=': (number, isWild) => (isWild ? undefined : `~=${number}`),
  '===': (number, isWild) => (isWild ? undefined : `===${number}`),
  '^': (number) => `>=${number},<${raise(number, 1)}`,
  '~': (number) => `>=${number},<${raise(number, 2)}`,
};

/** A version without an operator; a line such as `3.11` means all its releases. */
function exactly(number: string, isWild: boolean): string {
  return `==${number}${isWild || /^\d+(\.\d+)?$/.test(number) ? '.*' : ''}`;
}

/** The first version after all that share the first `parts` parts of this one: `3.11` for `3.10`. */
function raise(number: string, parts = Infinity): string {
  const release = (explain(number)?.release ?? []).slice(0, parts);
  return [...release.slice(0, -1), (release.at(-1) ?? 0) + 1].join('.');
}

/** Higher than the patch number of any release. */
const LAST = 9999;

/** A specifier's result can only change at the versions it names, so testing these, their neighbours and both ends covers a line. */
function isAllowed(line: string, specifier: string): boolean {
  const named = specifier
    .split(',')
    .map((clause) => clause.replace(/^[^\d]+/, '').replace('.*', ''))
    .filter((number) => `${number}.`.startsWith(`${line}.`));
  const patches = named.flatMap((number) => {
    const patch = explain(number)?.release[2] ?? 0;
    return [patch - 1, patch, patch + 1];
  });
  const numbers = [0, LAST, ...patches].filter((it) => it >= 0).map((patch) => `${line}.${patch}`);
  return [...numbers, ...named].some((number) => satisfies(number, specifier));
}
