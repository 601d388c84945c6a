import type { Markup } from './markup';

/** Characters not allowed in XML 1.0: most control characters, lone surrogates, U+FFFE and U+FFFF (section 2.2). */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\ufffe\uffff]/gu;

/** Removes characters not allowed in XML, so that untrusted text can't break a document. */
export function writableText(text: string): string {
  return text.replace(unwritable, '');
}

/** A complete XML document, with its declaration. */
export function xmlDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writableText(root.__html)}\n`;
}
