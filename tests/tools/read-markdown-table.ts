/** Parses a Markdown table into its header and rows, without the delimiter row and without escapes. */
export function readMarkdownTable(text: string): string[][] {
  const [head = [], rule = [], ...rows] = text.trimEnd().split('\n').map(readLine);
  if (rule.length !== head.length || rule.some((field) => field !== '---'))
    throw new Error('The second line is not the rule of the table.');
  return [head, ...rows];
}

function readLine(line: string): string[] {
  const inner = /^\| (.*) \|$/.exec(line)?.[1];
  if (inner === undefined) throw new Error(`${JSON.stringify(line)} is no row.`);
  return inner.split(/(?<=(?<!\\)(?:\\\\)*) \| /).map(readField);
}

const entities: Record<string, string> = { '&amp;': '&', '&#8203;': '' };

/** Removes escapes, and the zero-width space that prevents mentions. */
function readField(field: string): string {
  return field.replace(
    /\\(\W|_)|&amp;|&#8203;/g,
    (all, sign?: string) => sign ?? entities[all] ?? '',
  );
}
