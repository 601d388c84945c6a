import { withoutCredentials } from '@/lib/text/links';
import { isPypiName, pypiNameOf } from '@/lib/package/pypi-name';
import { countOf, formatCount } from '@/lib/text/wording';
import { categoryBounds, gridBounds, packageBounds, type Bound } from './bounds';

/** An unvalidated document as received from its host. */
export type RawDocument = Record<string, unknown>;

interface Tidied {
  document: RawDocument;
  /** Descriptions of what was changed. */
  notes: string[];
}

type Kind = 'category' | 'package' | 'grid' | 'catalogue';

type Note = (path: readonly string[], text: string) => void;

const boundsOf: Record<Kind, Bound[]> = {
  category: categoryBounds,
  package: packageBounds,
  grid: gridBounds,
  catalogue: [],
};

/** Paths of the URLs of a package. */
const addresses = [
  ['repo_url'],
  ['pypi_url'],
  ['documentation_url'],
  ['facts', 'replacement_url'],
  ['facts', 'status_source'],
];

/**
 * Removes what must not be stored from a document: credentials in URLs, names that are invalid on PyPI, participants without a name, and
 * whatever exceeds a bound. Everything else is kept, valid or not.
 */
export function tidyDocument(kind: Kind, raw: RawDocument): Tidied {
  const notes: string[] = [];
  let document = raw;
  const note: Note = (path, text) => {
    notes.push(`${path.join('.')}: ${text}`);
  };
  const change = (path: readonly string[], edit: (value: unknown) => unknown) => {
    document = changeAt(document, path, edit);
  };
  for (const bound of boundsOf[kind]) {
    change(bound.path, (value) => cut(value, bound, note));
  }
  if (kind !== 'package') return { document, notes };

  for (const path of addresses) {
    change(path, (value) =>
      stripAddress(value, () => {
        note(path, credentialsRemoved);
      }),
    );
  }
  change(['facts', 'examples'], (value) => stripExamples(value, note));
  change(['participants'], (value) => tidyNames(value, note));
  change(['facts', 'pypi_name'], (value) => {
    if (typeof value !== 'string' || isPypiName(value)) return value;
    if (value !== '') note(['facts', 'pypi_name'], `${quote(value)} is not a valid PyPI name`);
    return null;
  });
  const { pypi_url: url, facts } = document;
  if (typeof url === 'string' && facts === undefined && pypiNameOf(url) === undefined) {
    note(['pypi_url'], `${quote(url)} is not the URL of a PyPI project`);
  }
  return { document, notes };
}

const credentialsRemoved = 'credentials removed';

const quote = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Returns a copy of the document with the value at a path replaced, or the same document if nothing is there or nothing changes. */
function changeAt(
  document: RawDocument,
  [key = '', ...rest]: readonly string[],
  edit: (value: unknown) => unknown,
): RawDocument {
  if (!Object.hasOwn(document, key)) return document;
  const value = document[key];
  const next = rest.length === 0 ? edit(value) : isRaw(value) ? changeAt(value, rest, edit) : value;
  return next === value ? document : { ...document, [key]: next };
}

const isRaw = (value: unknown): value is RawDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function cut(value: unknown, { path, most, keep, kept = 'the first' }: Bound, note: Note): unknown {
  const isText = typeof value === 'string';
  if (!(isText || Array.isArray(value)) || value.length <= most) return value;
  const unit = isText ? 'characters' : 'entries';
  note(
    path,
    `has ${formatCount(value.length)} ${unit}; only ${kept} ${formatCount(most)} are kept`,
  );
  if (isText) return cutText(value, most);
  return keep ? keep(value, most) : value.slice(0, most);
}

/** Truncates text to a number of UTF-16 code units without splitting a surrogate pair. */
function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

function stripAddress(value: unknown, onChange: () => void): unknown {
  if (typeof value !== 'string') return value;
  const stripped = withoutCredentials(value);
  if (stripped !== value) onChange();
  return stripped;
}

function stripExamples(value: unknown, note: Note): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((example: unknown) =>
    isRaw(example)
      ? changeAt(example, ['url'], (url) =>
          stripAddress(url, () => {
            note(['facts', 'examples'], credentialsRemoved);
          }),
        )
      : example,
  );
}

/** Maximum length of the name of an account or person, in characters. */
const LONGEST_NAME = 255;

/** Trims and deduplicates names, and drops empty and overlong ones. */
function tidyNames(value: unknown, note: Note): unknown {
  if (!Array.isArray(value) || !value.every((name) => typeof name === 'string')) return value;
  const names = new Set(value.map((name) => name.trim()).filter((name) => name !== ''));
  const short = [...names].filter((name) => name.length <= LONGEST_NAME);
  const tooLong = names.size - short.length;
  if (tooLong > 0)
    note(
      ['participants'],
      `${countOf(tooLong, 'name')} of over ${LONGEST_NAME} characters removed`,
    );
  const isTidy =
    short.length === value.length && value.every((name, index) => name === short[index]);
  return isTidy ? value : short;
}
