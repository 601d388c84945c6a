import type { ReactNode } from 'react';
import { escapeText } from '@/lib/markup';

/** What an element is given. */
export interface Props {
  [name: string]: unknown;
  children?: ReactNode;
  dangerouslySetInnerHTML?: { __html: string };
}

/** What React calls otherwise than HTML and SVG do. */
const names = new Map([
  ['className', 'class'],
  ['tabIndex', 'tabindex'],
  ['htmlFor', 'for'],
  ['defaultValue', 'value'],
  ['defaultChecked', 'checked'],
  ['fontSize', 'font-size'],
  ['strokeLinecap', 'stroke-linecap'],
  ['strokeLinejoin', 'stroke-linejoin'],
  ['strokeWidth', 'stroke-width'],
  ['textAnchor', 'text-anchor'],
  ['vectorEffect', 'vector-effect'],
]);

/** What is for React alone. */
const unwritten = new Set(['children', 'dangerouslySetInnerHTML', 'suppressHydrationWarning']);

/** Attributes that say true and false in words; any other is there or it is not. */
const inWords = /^(aria-|data-)/;

/** Attributes that a browser follows. */
const followed = new Set(['href', 'src', 'action', 'formAction']);

/** An address that is a program; browsers look past spaces and signs without width before and in its name. */
const PROGRAM =
  /^[\0-\x20]*j[\t\n\r]*a[\t\n\r]*v[\t\n\r]*a[\t\n\r]*s[\t\n\r]*c[\t\n\r]*r[\t\n\r]*i[\t\n\r]*p[\t\n\r]*t[\t\n\r]*:/i;

/** The attributes of a start tag, each with a space before it. */
export function writeAttributes(props: Props): string {
  let written = '';
  for (const name in props) {
    const value = props[name];
    if (!unwritten.has(name)) written += writeAttribute(names.get(name) ?? name, value);
  }
  return written;
}

function writeAttribute(name: string, value: unknown): string {
  switch (typeof value) {
    case 'string':
      // As React does: whatever let it in, it leads nowhere.
      if (followed.has(name) && PROGRAM.test(value)) return ` ${name}="#"`;
      return ` ${name}="${escapeText(value)}"`;
    case 'number':
      return ` ${name}="${value}"`;
    case 'boolean':
      if (inWords.test(name)) return ` ${name}="${value}"`;
      return value ? ` ${name}=""` : '';
    case 'undefined':
      return '';
    default:
      if (value === null) return '';
      throw new TypeError(`The attribute ${name} is a text, a number or a truth value.`);
  }
}
