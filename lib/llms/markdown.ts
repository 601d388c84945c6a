import { markdownText } from '@/lib/text/markdown';

/** Characters that start a list item or underline a heading at the start of a line. */
const lineStart = /^(?:[-+=]|\d{1,9}(?=[.)](?:\s|$)))/;

/** Escapes text for a Markdown line of its own. */
export function plain(text: string): string {
  return markdownText(text).replace(lineStart, (start) =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  );
}

/** `- [title](address): note`, a list item as specified by llmstxt.org. */
export function linkLine(title: string, address: string, note = ''): string {
  return `- [${plain(title)}](${address})${note === '' ? '' : `: ${note}`}\n`;
}

/** A heading with its body; empty if the body is empty. */
export function section(heading: string, body: string): string {
  return body === '' ? '' : `\n## ${heading}\n\n${body}`;
}
