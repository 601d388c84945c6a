import parse from 'spdx-expression-parse';
import spdx from 'spdx-license-list';
import { namedLicense } from './license-names';

/** The parsed license of a package. */
export interface License {
  /** SPDX form: `MIT OR Apache-2.0` for `mit or apache-2.0`; the original text if it can't be parsed. */
  text: string;
  /** The distinct licenses in it, without exceptions and the `+` of later versions. */
  names: string[];
  /** Whether it is OSI-approved: any branch of an `OR`, every branch of an `AND`. Exceptions are ignored, since they only add to it. */
  isOsiApproved: boolean;
}

/** Values that mean an unknown license. */
const unknown = ['', 'NOASSERTION', 'UNKNOWN'];

/** Maximum length of a license expression, in characters; longer texts are not parsed, to save time. */
const LONGEST = 500;

/** SPDX spelling of identifiers and operators, by lower-case word. */
const words = new Map([
  ...Object.keys(spdx).map((id) => [id.toLowerCase(), id] as const),
  ...['AND', 'OR', 'WITH'].map((word) => [word.toLowerCase(), word] as const),
]);

const approvedTrove = /^License :: OSI Approved :: (.+)$/;

/**
 * Parses a license: an SPDX expression in any case, including deprecated identifiers and `LicenseRef-…`, or an unambiguous name in words.
 * Returns null if it is unknown, including `NOASSERTION`.
 */
export function readLicense(licence: string | null): License | null {
  const text = licence?.trim() ?? '';
  if (isIdentifier(text)) return { text, ...readNode({ license: text }) };
  if (unknown.includes(text.toUpperCase())) return null;
  const expression = toExpression(text);
  const names = text.length > LONGEST ? undefined : parsed(expression);
  if (names) return { text: expression, ...names };
  const trove = approvedTrove.exec(text)?.[1];
  return { text: trove ?? text, names: [trove ?? text], isOsiApproved: trove !== undefined };
}

/** The license in SPDX form; null if unknown. */
export function licenseText(licence: string | null): string | null {
  return readLicense(licence)?.text ?? null;
}

/** The URL of a license's page at SPDX; undefined if it has none. */
export function licensePage(name: string): string | undefined {
  return isIdentifier(name) ? `https://spdx.org/licenses/${name}.html` : undefined;
}

/** Rewrites a license with SPDX spelling; a slash between two identifiers means `OR`. */
function toExpression(text: string): string {
  const named = namedLicense(text);
  if (named !== undefined) return named;
  return text
    .replace(/[\w.-]+/g, (word) => words.get(word.toLowerCase()) ?? word)
    .replace(/\s*\/\s*/g, ' OR ')
    .replace(/\s+/g, ' ');
}

const isIdentifier = (text: string) => Object.hasOwn(spdx, text);

const exception = /\s+WITH\s+[\w.-]+/g;

function parsed(expression: string): Omit<License, 'text'> | undefined {
  try {
    return readNode(parse(expression.replace(exception, '')));
  } catch {
    return undefined;
  }
}

function readNode(node: parse.Info): Omit<License, 'text'> {
  if ('license' in node) {
    return { names: [node.license], isOsiApproved: isApproved(node.license) };
  }
  const [left, right] = [readNode(node.left), readNode(node.right)];
  return {
    names: [...new Set([...left.names, ...right.names])],
    isOsiApproved:
      node.conjunction === 'or'
        ? left.isOsiApproved || right.isOsiApproved
        : left.isOsiApproved && right.isOsiApproved,
  };
}

/** Deprecated identifiers include their exception: `GPL-2.0-with-classpath-exception`. */
function isApproved(id: string): boolean {
  const base = id.replace(/-with-.*$/, '');
  return (spdx[id]?.osiApproved ?? false) || (spdx[base]?.osiApproved ?? false);
}
