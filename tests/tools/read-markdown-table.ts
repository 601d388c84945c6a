/** Reads a Markdown table: its head and rows without the rule between them, and without what escapes a sign. */
export function readMarkdownTable(text: string): string[][] {
  const [head = [], rule = [], ...rows] = text.trimEnd().split('\n').map(readLine);
  if (rule.length !== head.length || rule.some((field) => field !== '---'))
    throw new Error('The second line is not the rule of the table.');
  return [head, ...rows];
}

function readLine(line: string): string[] {
  const inner = /^\| (.*) \|$/.exec(line)?.[1];
  if (inner === undefined) throw new Error(`${JSON.stringify(line)} is no row.`);
  return inner.split(/(?<=(?<!\\)(?:\\\\)*) \| /).map((field) => field.replace(/\\(\W|_)/g, '$1'));
}
