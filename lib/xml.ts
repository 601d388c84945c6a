import type { Markup } from './markup';

/** What XML 1.0 has no way to write: most control characters, halves of surrogate pairs, and two code points (section 2.2). */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\ufffe\uffff]/gu;

/** A whole XML document. Characters that XML can't hold are left out, so that no text from outside can break it. */
export function xmlDocument(root: Markup): string {
  const text = root.__html.replace(unwritable, '');
  return `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`;
}
