import { parsePipRequirementsLine, RequirementsSyntaxError } from 'pip-requirements-js';
import { refuse, requirement, type ParsedItem } from './entry';
import { normalizeName } from './name';

/** The parser is recursive: hundreds of nested brackets would overflow the stack. */
const MOST_BRACKETS = 50;

/**
 * Parses `name[extras] specifiers ; marker` (PEP 508) with the grammar of pip-requirements-js, and works around what it gets wrong: it
 * fails on `===`, on a marker after a URL (so URLs are never passed to it) and on deep nesting, and it accepts non-ASCII names.
 * It doesn't know hashes, most options, continued lines and other forms of URLs, which the rest of this folder handles.
 */
export function readSpecification(text: string): ParsedItem {
  if (!/^[a-z0-9]/i.test(text)) return refuse('Expected the name of a project');
  if (text.split('(').length > MOST_BRACKETS) return refuse('Too many brackets');
  // Same length, so that indexes are valid in both.
  const masked = text.replaceAll('===', ' ==');
  const found = parse(masked);
  if ('reason' in found) return refuse(found.reason);
  const { data } = found;
  if (data.type !== 'ProjectName') return refuse('Expected the name of a project');
  if (/[^\w.-]/.test(data.name.data)) return refuse(`"${data.name.data}" is not a name on PyPI`);
  const specifiers = (data.versionSpec ?? []).map(({ data: { operator, version } }) => {
    const isArbitrary = text[operator.location.startIdx - 1] === '=';
    return `${isArbitrary ? '=' : ''}${operator.data}${version.data}`;
  });
  const marker = /;(.*)$/.exec(text)?.[1]?.trim();
  return requirement({
    name: normalizeName(data.name.data),
    extras: (data.extras ?? []).map((extra) => normalizeName(extra.data)),
    specifier: specifiers.join(',') || null,
    marker: marker ?? null,
  });
}

type Parsed = NonNullable<ReturnType<typeof parseWithPlaces>>;

const parseWithPlaces = (text: string) =>
  parsePipRequirementsLine(text, { includeLocations: true });

function parse(text: string): Parsed | { reason: string } {
  try {
    return parseWithPlaces(text) ?? { reason: 'Expected the name of a project' };
  } catch (error) {
    if (error instanceof RequirementsSyntaxError) return { reason: reasonOf(error, text) };
    throw error;
  }
}

function reasonOf({ message }: Error, text: string): string {
  const column = Number(/col (\d+)/.exec(message)?.[1] ?? 1);
  const rest = text.slice(column - 1).trim();
  return rest === '' ? 'Unexpected end' : `Unexpected text at "${rest.slice(0, 40)}"`;
}
