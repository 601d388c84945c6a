import { UNPRINTABLE } from './printable';

/** Markup that is safe to send unescaped: only the `markup` tag creates it, and that escapes every interpolated text. */
class Markup {
  readonly __html: string;

  constructor(markup: string) {
    this.__html = markup;
  }
}

export type { Markup };

type Part = string | number | Markup | undefined | Part[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template tag for markup: inserts markup and lists unescaped, undefined as nothing, and any other value as escaped text. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let written = strings[0] ?? '';
  for (let index = 0; index < parts.length; index++) {
    written += write(parts[index]) + (strings[index + 1] ?? '');
  }
  return new Markup(written);
}

function write(part: Part): string {
  if (typeof part === 'string') return escapeText(part);
  if (part === undefined) return '';
  if (part instanceof Markup) return part.__html;
  if (typeof part === 'number') return String(part);
  let written = '';
  for (const each of part) written += write(each);
  return written;
}

const special = new RegExp(`[&<>"'${UNPRINTABLE}]`);
const everySpecial = new RegExp(special, 'g');

/** Escapes a text for an element or a quoted attribute; removes characters that hide or reorder others. */
function escapeText(text: string): string {
  // Few texts contain special characters, and testing is faster than replacing.
  return special.test(text) ? text.replace(everySpecial, (sign) => entities[sign] ?? '') : text;
}
