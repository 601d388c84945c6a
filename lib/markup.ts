/** Markup that is safe to send as it is: only the tag below makes it, and that escapes every text put into it. */
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

/** Markup with values in it: markup and lists of it go in as they are, undefined as nothing, any other value as escaped text. */
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

const special = /[&<>"']/;

/** A text as markup that shows it, in an element or in quotes. */
export function escapeText(text: string): string {
  // Few texts have any of them, and to look is quicker than to replace.
  return special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;
}
