/** A logical line, which may span several lines of the file. */
export interface LogicalLine {
  line: number;
  lastLine: number;
  text: string;
  /** Index of the comment in the text; the text's length if there is none. */
  commentAt: number;
}

/** The line breaks of Python's splitlines(), which pip uses. */
const lineBreak = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** The number of lines, as an editor counts them. */
export const countLines = (text: string): number => text.split(lineBreak).length;

const continuation = /\\\s*$/;
const startsComment = /^\s*#/;

/** Splits text into lines, joins those continued by a backslash and finds comments. */
export function logicalLines(content: string): LogicalLine[] {
  const physical = content.split(lineBreak);
  if (physical.at(-1) === '') physical.pop();
  const lines: LogicalLine[] = [];
  let [parts, first]: [string[], number] = [[], 1];
  for (const [index, text] of physical.entries()) {
    // A comment ends a continued line, even if it ends with a backslash.
    const continues = continuation.test(text) && !startsComment.test(text);
    parts.push(continues ? text.replace(continuation, '') : text);
    if (continues && index < physical.length - 1) continue;
    lines.push(logicalLine(parts.join(' '), first, index + 1));
    [parts, first] = [[], index + 2];
  }
  return lines;
}

/** `#` begins a comment only at the start or after whitespace; elsewhere it begins a URL fragment. */
function logicalLine(raw: string, line: number, lastLine: number): LogicalLine {
  const text = raw.trim();
  const at = text.search(/(?:^|\s)#/);
  return { line, lastLine, text, commentAt: at < 0 ? text.length : at };
}
