/** A text in one line of Markdown; signs that would begin markup are escaped. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `- [title](address): note`, a line of a list as llmstxt.org asks for. */
export function linkLine(title: string, address: string, note = ''): string {
  return `- [${plain(title)}](${address})${note === '' ? '' : `: ${note}`}\n`;
}

/** A heading with what stands under it; nothing where that is nothing. */
export function section(heading: string, body: string): string {
  return body === '' ? '' : `\n## ${heading}\n\n${body}`;
}
