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
  parts.forEach((part, index) => {
    written += write(part) + (strings[index + 1] ?? '');
  });
  return new Markup(written);
}

function write(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.__html;
  if (Array.isArray(part)) return part.map(write).join('');
  return escapeText(String(part));
}

const special = /[&<>"']/;

/** A text as markup that shows it, in an element or in quotes. */
export function escapeText(text: string): string {
  // Few texts have any of them, and to look is quicker than to replace.
  return special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;
}
